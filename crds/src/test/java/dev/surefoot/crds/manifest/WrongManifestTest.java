// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.crds.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surefoot.catalog.golden.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WrongManifestTest {
  private static final Path CASES = Path.of("src", "test", "resources", "manifests", "wrong");

  static List<String> cases() throws IOException {
    try (Stream<Path> files = Files.list(CASES)) {
      return files
          .map(file -> file.getFileName().toString().replace(".yaml", ""))
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void everyProblemIsShownWithPlaceAndHint(String name) throws IOException {
    String text = Files.readString(CASES.resolve(name + ".yaml"));
    Golden.check("manifest/" + name, show(ManifestReader.read(name + ".yaml", text)));
  }

  @Test
  void missingFile(@TempDir Path directory) {
    assertThat(show(ManifestReader.read(directory.resolve("none.yaml"))))
        .contains("none.yaml: cannot read the manifest: there is no such file");
  }

  @Test
  void directoryInsteadOfAFile(@TempDir Path directory) {
    assertThat(show(ManifestReader.read(directory)))
        .contains("cannot read the manifest: it is a directory");
  }

  @Test
  void fileThatIsNotText(@TempDir Path directory) throws IOException {
    Path file = Files.write(directory.resolve("q.yaml"), new byte[] {(byte) 0xc3, (byte) 0x28});
    assertThat(show(ManifestReader.read(file))).contains("it is not UTF-8 text");
  }

  private static String show(Manifest manifest) {
    assertThat(manifest).isInstanceOf(Manifest.Invalid.class);
    return ((Manifest.Invalid) manifest)
        .problems().stream().map(Problem::show).collect(Collectors.joining());
  }
}
