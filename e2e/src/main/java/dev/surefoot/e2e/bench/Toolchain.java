// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.e2e.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Compiles the C peers and the workload of system calls. */
final class Toolchain {
  private static final List<String> LOADER = List.of("peer.c", "groups.c", "batches.c");

  private final Path sources;
  private final Path target;

  Toolchain(Path sources, Path target) {
    this.sources = sources;
    this.target = target;
  }

  /** Compiles everything. */
  void compile() throws IOException {
    for (Path program : programs()) {
      compileProgram(program);
    }
    compileHost("peer", LOADER, List.of("-l:libbpf.so.1"));
    compileHost("getppid", List.of("getppid.c"), List.of());
  }

  private List<Path> programs() throws IOException {
    try (Stream<Path> files = Files.list(sources)) {
      return files.filter(file -> file.toString().endsWith(".bpf.c")).sorted().toList();
    }
  }

  private void compileProgram(Path program) throws IOException {
    String name = program.getFileName().toString().replace(".bpf.c", ".o");
    // The architecture's headers lie beside the others, in a directory that clang for BPF skips.
    Path headers = Path.of("/usr/include", Shell.output("gcc", "-print-multiarch").strip());
    Shell.output(
        "clang",
        "-O2",
        "-g",
        "-mcpu=v3",
        "-target",
        "bpf",
        "-I" + headers,
        "-Wall",
        "-Wno-unused-function",
        "-c",
        program.toString(),
        "-o",
        target.resolve(name).toString());
  }

  private void compileHost(String name, List<String> files, List<String> libraries)
      throws IOException {
    List<String> command =
        new ArrayList<>(List.of("gcc", "-O2", "-Wall", "-o", target.resolve(name).toString()));
    files.forEach(file -> command.add(sources.resolve(file).toString()));
    command.addAll(libraries);
    Shell.output(command.toArray(String[]::new));
  }
}
