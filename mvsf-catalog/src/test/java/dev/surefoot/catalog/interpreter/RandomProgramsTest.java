// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.catalog.interpreter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surefoot.catalog.elf.ProgramDefinition;
import dev.surefoot.catalog.isa.InstructionDecoder;
import dev.surefoot.catalog.isa.InstructionEncoder;
import java.nio.ByteBuffer;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class RandomProgramsTest {
  @Property(tries = 300)
  void everyProgramEnds(@ForAll long seed, @ForAll long input) {
    ProgramDefinition program = RandomPrograms.program("syscall", seed);
    BpfMachine machine = machine(input);
    assertThat(machine.run(program, new byte[0], new ScriptedEnvironment()))
        .isEqualTo(new Outcome.Returned(0));
  }

  @Property(tries = 100)
  void bytesRunLikeTheInstructionsThatTheyEncode(@ForAll long seed) {
    ProgramDefinition program = RandomPrograms.program("syscall", seed);
    assertThat(InstructionDecoder.decode(InstructionEncoder.encode(program.entry().instructions())))
        .isEqualTo(program.entry().instructions());
  }

  private static BpfMachine machine(long input) {
    BpfMachine machine = new BpfMachine(List.of(RandomPrograms.stateMap()));
    ByteBuffer state = machine.array(RandomPrograms.STATE_MAP).area();
    for (int i = 0; i < RandomPrograms.INPUT_BYTES; i += Long.BYTES) {
      state.putLong(i, input * (i + 1));
    }
    return machine;
  }
}
