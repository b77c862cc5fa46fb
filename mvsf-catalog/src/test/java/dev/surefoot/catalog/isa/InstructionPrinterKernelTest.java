// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.catalog.isa;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.surefoot.catalog.elf.ElfObjectWriter;
import dev.surefoot.catalog.elf.ObjectDefinition;
import dev.surefoot.catalog.elf.ProgramDefinition;
import dev.surefoot.catalog.interpreter.RandomPrograms;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The verifier's log prints each instruction as this printer does. */
@Tag("kernel")
class InstructionPrinterKernelTest {
  private static final Pattern LINE =
      Pattern.compile("^(?:from .*: )?(\\d+): (\\([0-9a-f]{2}\\) .*?) *(?:;.*)?$");

  /** What these instructions hold is put in at load. */
  private static final Pattern RELOCATED = Pattern.compile("\\(18\\).*");

  @TempDir Path directory;

  @Test
  void randomProgramsArePrintedAlike() throws IOException, InterruptedException {
    long first = Long.getLong("surefoot.random.seed", System.nanoTime());
    int compared = 0;
    for (long seed = first; seed < first + 25; seed++) {
      ProgramDefinition program = RandomPrograms.program("syscall", seed);
      Map<Integer, String> ours = bySlot(InstructionPrinter.print(program.entry().instructions()));
      Map<Integer, String> kernels = bySlot(verifierLog(program));
      for (Map.Entry<Integer, String> line : kernels.entrySet()) {
        if (!RELOCATED.matcher(line.getValue()).matches()) {
          assertThat(ours.get(line.getKey())).as("seed %d", seed).isEqualTo(line.getValue());
          compared++;
        }
      }
    }
    assertThat(compared).isGreaterThan(1_000);
  }

  private static Map<Integer, String> bySlot(String text) {
    Map<Integer, String> lines = new HashMap<>();
    text.lines()
        .map(String::strip)
        .map(LINE::matcher)
        .filter(Matcher::matches)
        .forEach(match -> lines.put(Integer.valueOf(match.group(1)), match.group(2)));
    return lines;
  }

  private String verifierLog(ProgramDefinition program) throws IOException, InterruptedException {
    ObjectDefinition object =
        new ObjectDefinition("random", "GPL", List.of(RandomPrograms.stateMap()), List.of(program));
    Path file = Files.write(directory.resolve("random.o"), ElfObjectWriter.write(object));
    Path pin = Path.of("/sys/fs/bpf/surefoot-printer-" + ProcessHandle.current().pid());
    Process process =
        new ProcessBuilder("bpftool", "-d", "prog", "load", file.toString(), pin.toString())
            .redirectErrorStream(true)
            .start();
    String log = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).as(log).isZero();
    Files.delete(pin);
    return log;
  }
}
