// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.agent.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surefoot.agent.libbpf.BpfException;
import dev.surefoot.agent.libbpf.LibBpf;
import dev.surefoot.agent.libbpf.NativeBuffer;
import dev.surefoot.agent.load.LoadResult.Loaded;
import dev.surefoot.agent.load.LoadResult.Rejected;
import dev.surefoot.agent.memory.MappedRegion;
import dev.surefoot.catalog.asm.FunctionPrinter;
import dev.surefoot.catalog.elf.ObjectDefinition;
import dev.surefoot.catalog.elf.ProgramDefinition;
import dev.surefoot.catalog.interpreter.BpfMachine;
import dev.surefoot.catalog.interpreter.RandomPrograms;
import dev.surefoot.catalog.interpreter.ScriptedEnvironment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The interpreter computes what the kernel computes. */
@Tag("kernel")
class InterpreterKernelTest {
  private static final int PROGRAMS = Integer.getInteger("surefoot.random.programs", 300);
  private static final int RUNS_PER_PROGRAM = 4;

  /** {@code sizeof(struct bpf_test_run_opts)}. */
  private static final int TEST_RUN_OPTIONS_BYTES = 80;

  private final ObjectLoader loader = new ObjectLoader();

  @Test
  void randomProgramsLeaveTheSameState() {
    long first = Long.getLong("surefoot.random.seed", System.nanoTime());
    for (long seed = first; seed < first + PROGRAMS; seed++) {
      compare(seed);
    }
  }

  private void compare(long seed) {
    ProgramDefinition program = RandomPrograms.program("syscall", seed);
    ObjectDefinition definition =
        new ObjectDefinition("random", "GPL", List.of(RandomPrograms.stateMap()), List.of(program));
    String description = "seed " + seed + ":\n" + FunctionPrinter.print(program.entry());
    Random random = new Random(seed);
    BpfMachine machine = new BpfMachine(definition.maps());
    try (LoadedObject object = loaded(loader.load(definition), description);
        MappedRegion state = object.map(RandomPrograms.STATE_MAP).mapMemory()) {
      for (int run = 0; run < RUNS_PER_PROGRAM; run++) {
        byte[] input = new byte[RandomPrograms.INPUT_BYTES];
        random.nextBytes(input);
        machine.array(RandomPrograms.STATE_MAP).area().put(0, input);
        ByteBuffer words = ByteBuffer.wrap(input).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < input.length; i += Long.BYTES) {
          state.setLongRelease(i, words.getLong(i));
        }
        testRun(object.programs().getFirst().fd());
        var outcome = machine.run(program, new byte[0], new ScriptedEnvironment());
        assertThat(outcome.toString()).as(description).isEqualTo("Returned[r0=0]");
        assertThat(state(machine)).as(description).isEqualTo(state(state));
      }
    }
  }

  private static void testRun(int fd) {
    NativeBuffer options = NativeBuffer.allocate(TEST_RUN_OPTIONS_BYTES);
    options.bytes().putLong(0, TEST_RUN_OPTIONS_BYTES);
    int _ = BpfException.check("test run", LibBpf.bpf_prog_test_run_opts(fd, options.address()));
  }

  private static byte[] state(BpfMachine machine) {
    return bytes(machine.array(RandomPrograms.STATE_MAP).area());
  }

  private static byte[] state(MappedRegion region) {
    return bytes(region.bytes());
  }

  private static byte[] bytes(ByteBuffer buffer) {
    byte[] bytes = new byte[RandomPrograms.STATE_BYTES];
    buffer.get(0, bytes);
    return bytes;
  }

  private static LoadedObject loaded(LoadResult result, String description) {
    return switch (result) {
      case Loaded(LoadedObject object) -> object;
      case Rejected rejected ->
          throw new AssertionError(rejected.decisiveLines() + "\n" + description);
    };
  }
}
