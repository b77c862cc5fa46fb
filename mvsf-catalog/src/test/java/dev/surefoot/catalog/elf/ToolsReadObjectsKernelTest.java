// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.catalog.elf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.surefoot.catalog.golden.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the usual tools say of our objects. */
@Tag("kernel")
class ToolsReadObjectsKernelTest {
  @TempDir Path directory;

  private String run(ObjectDefinition object, String tool, String... arguments) throws IOException {
    assumeTrue(ToolRun.isInstalled(tool), tool + " is not installed");
    Path file = Files.write(directory.resolve("object.o"), ElfObjectWriter.write(object));
    String[] command = new String[arguments.length + 2];
    command[0] = tool;
    System.arraycopy(arguments, 0, command, 1, arguments.length);
    command[arguments.length + 1] = file.toString();
    return ToolRun.of(command).expectSuccess();
  }

  @Test
  void bpftoolDumpsTheTypes() throws IOException {
    Golden.check(
        "btf/exits-by-bpftool", run(TestingObjects.exits(), "bpftool", "btf", "dump", "file"));
  }

  @Test
  void bpftoolDumpsTypesOfKernelFunctions() throws IOException {
    assertThat(run(TestingObjects.kernelFunction(), "bpftool", "btf", "dump", "file"))
        .contains("FUNC 'bpf_rcu_read_lock' type_id=", "linkage=extern", "DATASEC '.ksyms'");
  }

  @Test
  void objdumpShowsCodeAndRelocations() throws IOException {
    String listing = run(TestingObjects.sharedSubprograms(), "llvm-objdump", "-d", "-r");
    Golden.check(
        "elf/shared-subprograms-by-objdump", listing.substring(listing.indexOf("Disassembly")));
  }

  @Test
  void objdumpNamesMapsInRelocations() throws IOException {
    assertThat(run(TestingObjects.exits(), "llvm-objdump", "-d", "-r"))
        .contains("R_BPF_64_64\tarea", "R_BPF_64_64\trows", "R_BPF_64_64\tcounts", "<on_exit>:");
  }

  @Test
  void veristatLoadsThem() throws IOException {
    assertThat(run(TestingObjects.exits(), "veristat")).contains("on_exit", "success");
  }
}
