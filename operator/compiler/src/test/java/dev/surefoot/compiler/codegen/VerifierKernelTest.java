// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.codegen;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.surefoot.catalog.elf.ElfObjectWriter;
import dev.surefoot.catalog.elf.MapDefinition;
import dev.surefoot.catalog.elf.ObjectDefinition;
import dev.surefoot.catalog.elf.ProgramDefinition;
import dev.surefoot.compiler.ir.BpfFunction;
import dev.surefoot.compiler.ir.evaluation.RandomFunctions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the type checker takes, this kernel's verifier takes. */
@Tag("kernel")
final class VerifierKernelTest {
  private static final Path PINS = Path.of("/sys/fs/bpf");

  @TempDir private Path directory;

  @Test
  void samplesAreAccepted() throws IOException, InterruptedException {
    load(
        "samples",
        List.of(
            SampleFunctions.SLOTS,
            SampleFunctions.AREAS,
            SampleFunctions.SPANS,
            SampleFunctions.RING),
        List.of(
            SampleFunctions.spanOpens(),
            SampleFunctions.spanCloses(),
            SampleFunctions.rowIsShipped()));
  }

  @Test
  void randomFunctionsAreAccepted() throws IOException, InterruptedException {
    long seed = new Random().nextLong();
    List<BpfFunction> functions = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      functions.add(new BpfFunction("random_" + i, RandomFunctions.function(seed + i).blocks()));
    }
    load("seed " + seed, List.of(RandomFunctions.ARRAY), functions);
  }

  private void load(String what, List<MapDefinition> maps, List<BpfFunction> functions)
      throws IOException, InterruptedException {
    assumeTrue(Files.isWritable(PINS), PINS + " cannot be written");
    List<ProgramDefinition> programs = new ArrayList<>();
    for (BpfFunction function : functions) {
      if (CodeGenerator.generate(function) instanceof GeneratedFunction generated) {
        programs.add(new ProgramDefinition("raw_tp/sys_enter", generated.code()));
      }
    }
    Path object = directory.resolve("object.o");
    Files.write(
        object, ElfObjectWriter.write(new ObjectDefinition("test.ir", "GPL", maps, programs)));
    Path pins = PINS.resolve("surefoot-test-" + ProcessHandle.current().pid());
    try {
      Process process =
          new ProcessBuilder("bpftool", "prog", "loadall", object.toString(), pins.toString())
              .redirectErrorStream(true)
              .start();
      String output = new String(process.getInputStream().readAllBytes(), UTF_8);
      assertThat(process.waitFor()).as("%s%n%s", what, output).isZero();
    } finally {
      unpin(pins);
    }
  }

  private static void unpin(Path pins) throws IOException {
    if (Files.isDirectory(pins)) {
      try (var files = Files.list(pins)) {
        for (Path file : files.toList()) {
          Files.delete(file);
        }
      }
      Files.delete(pins);
    }
  }
}
