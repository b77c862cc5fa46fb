// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.agent.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.surefoot.agent.libbpf.NativeBuffer;
import dev.surefoot.agent.load.LoadResult.Loaded;
import dev.surefoot.agent.memory.MappedRegion;
import dev.surefoot.catalog.asm.Assembler;
import dev.surefoot.catalog.elf.ObjectDefinition;
import dev.surefoot.catalog.elf.ProgramDefinition;
import dev.surefoot.catalog.interpreter.BpfMachine;
import dev.surefoot.catalog.interpreter.Outcome;
import dev.surefoot.catalog.interpreter.RandomPrograms;
import dev.surefoot.catalog.interpreter.ScriptedEnvironment;
import dev.surefoot.catalog.isa.Instruction;
import dev.surefoot.catalog.isa.InstructionPrinter;
import dev.surefoot.catalog.isa.Register;
import dev.surefoot.catalog.isa.Width;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The interpreter of the instruction set and the kernel's own machine compute the same. */
@Tag("kernel")
class InterpreterAgreesKernelTest {
  private static final int PROGRAMS = Integer.getInteger("surefoot.programs", 400);
  private static final int INPUTS = 4;
  private static final String SECTION = "raw_tp/sys_enter";

  private final ObjectLoader loader = new ObjectLoader();
  private final NativeBuffer context = NativeBuffer.allocate(8);

  @Test
  void randomProgramsGiveTheSameStateOnBoth() {
    assumeTrue(hasIsaVersion4(), "a kernel without ISA version 4 (before 6.6)");
    long seed = Long.getLong("surefoot.seed", System.nanoTime());
    System.out.println("InterpreterAgreesKernelTest: -Dsurefoot.seed=" + seed);
    Random random = new Random(seed);
    List<String> refused = new ArrayList<>();
    for (int i = 0; i < PROGRAMS; i++) {
      long programSeed = random.nextLong();
      compare(RandomPrograms.program(SECTION, programSeed), programSeed, random, refused);
    }
    assertThat(refused).isEmpty();
  }

  private void compare(
      ProgramDefinition program, long programSeed, Random random, List<String> refused) {
    ObjectDefinition definition =
        new ObjectDefinition("random", "GPL", List.of(RandomPrograms.stateMap()), List.of(program));
    LoadResult result = loader.load(definition);
    if (!(result instanceof Loaded(LoadedObject object))) {
      refused.add(programSeed + ": " + ((LoadResult.Rejected) result).decisiveLines());
      return;
    }
    try (object;
        MappedRegion state = object.map(RandomPrograms.STATE_MAP).mapMemory()) {
      for (int input = 0; input < INPUTS; input++) {
        BpfMachine machine = new BpfMachine(definition.maps());
        ByteBuffer expected = machine.array(RandomPrograms.STATE_MAP).area();
        fill(random, input, expected, state.bytes());
        assertThat(machine.run(program, new byte[8], new ScriptedEnvironment()))
            .isEqualTo(new Outcome.Returned(0));
        assertThat(TestRun.run(object.programs().getFirst(), context)).isZero();
        assertThat(words(expected)).anyMatch(word -> word != 0);
        assertThat(words(state.bytes()))
            .as(() -> describe(program, programSeed))
            .isEqualTo(words(expected));
      }
    }
  }

  /** Numbers of every size, since most random ones are huge. */
  private static void fill(Random random, int input, ByteBuffer one, ByteBuffer other) {
    for (int offset = 0; offset < RandomPrograms.STATE_BYTES; offset += Long.BYTES) {
      long value = offset < RandomPrograms.INPUT_BYTES ? random.nextLong() >> (16 * input) : 0;
      one.putLong(offset, value);
      other.putLong(offset, value);
    }
  }

  private static List<Long> words(ByteBuffer state) {
    List<Long> words = new ArrayList<>();
    for (int offset = 0; offset < RandomPrograms.STATE_BYTES; offset += Long.BYTES) {
      words.add(state.getLong(offset));
    }
    return words;
  }

  private static String describe(ProgramDefinition program, long seed) {
    return "program of seed "
        + seed
        + "\n"
        + InstructionPrinter.print(program.entry().instructions());
  }

  private boolean hasIsaVersion4() {
    Assembler code =
        new Assembler("isa_v4")
            .mov(Register.R1, 1)
            .emit(new Instruction.SignExtend(Width.W64, 8, Register.R0, Register.R1))
            .exit();
    LoadResult result =
        loader.load(
            new ObjectDefinition(
                "isa", "GPL", List.of(), List.of(new ProgramDefinition(SECTION, code.assemble()))));
    if (result instanceof Loaded(LoadedObject object)) {
      object.close();
    }
    return result instanceof Loaded;
  }
}
