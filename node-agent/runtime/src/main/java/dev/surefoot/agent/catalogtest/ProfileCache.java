// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.agent.catalogtest;

import dev.surefoot.agent.libbpf.LibC;
import dev.surefoot.catalog.mvsf.MvsfCatalog;
import dev.surefoot.catalog.profile.KernelProfile;
import dev.surefoot.catalog.profile.KernelProfileReader;
import dev.surefoot.catalog.profile.KernelProfileWriter;
import dev.surefoot.catalog.profile.ParsedProfile;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;

/**
 * Keeps a kernel's profile from one run to the next. A profile is good for one boot (the kernel and
 * its types cannot change meanwhile) and one build of the catalog.
 */
public final class ProfileCache {
  private final Path directory;

  /** A cache in this directory, which is made when something is stored. */
  public ProfileCache(Path directory) {
    this.directory = directory;
  }

  /** The user's: {@code /var/cache/surefoot} for root, else below the XDG cache directory. */
  public static ProfileCache ofUser() {
    return new ProfileCache(directory(LibC.geteuid() == 0, System.getenv()));
  }

  static Path directory(boolean root, Map<String, String> environment) {
    if (root) {
      return Path.of("/var/cache/surefoot");
    }
    String xdg = environment.getOrDefault("XDG_CACHE_HOME", "");
    return xdg.isEmpty()
        ? Path.of(environment.getOrDefault("HOME", "/tmp"), ".cache", "surefoot")
        : Path.of(xdg, "surefoot");
  }

  /**
   * What identifies the catalog's build: its jar's size and time. Empty where it does not come from
   * a jar; then nothing may be cached.
   */
  public static Optional<String> catalogBuild() {
    try {
      Path origin =
          Path.of(MvsfCatalog.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      return Files.isRegularFile(origin)
          ? Optional.of(Files.size(origin) + "-" + Files.getLastModifiedTime(origin).toMillis())
          : Optional.empty();
    } catch (URISyntaxException | IOException e) {
      return Optional.empty();
    }
  }

  /** The profile that was stored for this boot and build; empty also where it cannot be read. */
  public Optional<KernelProfile> find(String bootId, String catalogBuild) {
    try {
      String text = Files.readString(file(bootId, catalogBuild));
      return KernelProfileReader.read(text) instanceof ParsedProfile.Parsed(KernelProfile profile)
          ? Optional.of(profile)
          : Optional.empty();
    } catch (IOException absent) {
      return Optional.empty();
    }
  }

  /** Stores a profile; readers see the whole of it or none. */
  public void store(String bootId, String catalogBuild, KernelProfile profile) throws IOException {
    Files.createDirectories(directory);
    Path part = Files.createTempFile(directory, "profile", ".part");
    Files.writeString(part, KernelProfileWriter.write(profile));
    Path _ =
        Files.move(
            part,
            file(bootId, catalogBuild),
            StandardCopyOption.ATOMIC_MOVE,
            StandardCopyOption.REPLACE_EXISTING);
  }

  private Path file(String bootId, String catalogBuild) {
    return directory.resolve("profile-" + bootId + "-" + catalogBuild + ".yaml");
  }
}
