// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.catalog.elf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** An object that bpftool loaded and pinned; closing it unloads. */
final class LoadedObject implements AutoCloseable {
  private static final Path FILE_SYSTEM = Path.of("/sys/fs/bpf");

  private final Path pins;

  private LoadedObject(Path pins) {
    this.pins = pins;
  }

  static LoadedObject load(ObjectDefinition object, Path directory) throws IOException {
    if (!ToolRun.of("mountpoint", FILE_SYSTEM.toString()).output().contains("is a mountpoint")) {
      ToolRun.of("mount", "-t", "bpf", "bpf", FILE_SYSTEM.toString()).expectSuccess();
    }
    Path file = Files.write(directory.resolve("object.o"), ElfObjectWriter.write(object));
    Path pins = FILE_SYSTEM.resolve("surefoot-test-" + ProcessHandle.current().pid());
    ToolRun.of("bpftool", "prog", "loadall", file.toString(), pins.toString()).expectSuccess();
    return new LoadedObject(pins);
  }

  /** The program as the kernel has it, with source lines. */
  String translated(String name) {
    return ToolRun.of(
            "bpftool", "prog", "dump", "xlated", "pinned", pins.resolve(name).toString(), "linum")
        .expectSuccess();
  }

  @Override
  public void close() throws IOException {
    try (Stream<Path> files = Files.list(pins)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(pins);
  }
}
