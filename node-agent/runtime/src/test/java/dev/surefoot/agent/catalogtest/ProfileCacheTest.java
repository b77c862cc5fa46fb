// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.agent.catalogtest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surefoot.catalog.profile.KernelProfile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProfileCacheTest {
  private static final KernelProfile PROFILE =
      new KernelProfile("6.1", "ab", 2, 32768, Set.of(), Map.of(), Set.of(), Map.of());

  @TempDir private Path directory;

  @Test
  void whatWasStoredIsFoundForTheSameBootAndBuild() throws IOException {
    ProfileCache cache = new ProfileCache(directory.resolve("new"));
    assertThat(cache.find("boot", "1")).isEmpty();

    cache.store("boot", "1", PROFILE);

    assertThat(cache.find("boot", "1")).contains(PROFILE);
    assertThat(cache.find("boot", "2")).isEmpty();
    assertThat(cache.find("other", "1")).isEmpty();
    try (Stream<Path> files = Files.list(directory.resolve("new"))) {
      assertThat(files).hasSize(1);
    }
  }

  @Test
  void aDamagedFileIsAsGoodAsNone() throws IOException {
    ProfileCache cache = new ProfileCache(directory);
    cache.store("boot", "1", PROFILE);
    try (Stream<Path> files = Files.list(directory)) {
      for (Path file : files.toList()) {
        Files.writeString(file, "release: [");
      }
    }
    assertThat(cache.find("boot", "1")).isEmpty();
  }

  @Test
  void rootHasTheSystemsCacheAndOthersTheirOwn() {
    Map<String, String> environment = Map.of("HOME", "/home/u", "XDG_CACHE_HOME", "/x");
    assertThat(
            List.of(
                ProfileCache.directory(true, environment),
                ProfileCache.directory(false, environment),
                ProfileCache.directory(false, Map.of("HOME", "/home/u"))))
        .containsExactly(
            Path.of("/var/cache/surefoot"),
            Path.of("/x/surefoot"),
            Path.of("/home/u/.cache/surefoot"));
  }
}
