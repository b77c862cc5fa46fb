// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.agent.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class VerifierLogTest {
  private static final VerifierLog NEW =
      new VerifierLog(
          """
          0: R1=ctx() R10=fp0
          ; SELECT tid @ query.sql:1
          0: (b7) r1 = 0                        ; R1_w=0
          ; WHERE comm = 'x' @ query.sql:2
          5: (85) call bpf_map_lookup_elem#1    ; R0_w=map_value_or_null(id=1,map=counts,ks=4,vs=32)
          6: (b7) r1 = 7                        ; R1_w=7
          7: (7b) *(u64 *)(r0 +0) = r1
          R0 invalid mem access 'map_value_or_null'
          processed 8 insns (limit 1000000) max_states_per_insn 0 total_states 0 peak_states 0
          """);

  private static final VerifierLog OLD =
      new VerifierLog(
          """
          ; SELECT tid
          0: (b7) r1 = 0
          7: (7b) *(u64 *)(r0 +0) = r1
           R0_w=map_value_or_null(id=1,off=0,ks=4,vs=32,imm=0) R1_w=inv7 R10=fp0 fp-8=mmmm????
          R0 invalid mem access 'map_value_or_null'
          verification time 71 usec
          stack depth 4
          processed 8 insns (limit 1000000) max_states_per_insn 0 total_states 0 peak_states 0
          """);

  @Test
  void theDecisiveLinesAreSourceInstructionAndReason() {
    assertThat(NEW.decisiveLines())
        .containsExactly(
            "; WHERE comm = 'x'",
            "7: (7b) *(u64 *)(r0 +0) = r1",
            "R0 invalid mem access 'map_value_or_null'");
    assertThat(OLD.decisiveLines())
        .containsExactly(
            "; SELECT tid",
            "7: (7b) *(u64 *)(r0 +0) = r1",
            "R0 invalid mem access 'map_value_or_null'");
  }

  @Test
  void theSourceLineHasItsNumberWhereTheKernelTellsIt() {
    assertThat(NEW.source())
        .contains(new VerifierLog.Source("WHERE comm = 'x'", OptionalInt.of(2)));
    assertThat(OLD.source()).contains(new VerifierLog.Source("SELECT tid", OptionalInt.empty()));
  }

  @Test
  void anAtSignInTheTextIsNoPlace() {
    VerifierLog log = new VerifierLog("; WHERE comm = 'a @ b'\n0: (95) exit\nR0 !read_ok\n");
    assertThat(log.source())
        .contains(new VerifierLog.Source("WHERE comm = 'a @ b'", OptionalInt.empty()));
  }

  @Test
  void whatIsWrongWithTheWholeProgramNeedsNoInstruction() {
    VerifierLog log =
        new VerifierLog("func#0 @0\nunreachable insn 3\nprocessed 0 insns (limit 1000000)\n");
    assertThat(log.decisiveLines()).containsExactly("unreachable insn 3");
    assertThat(log.source()).isEmpty();
  }

  @Test
  void theSummaryTellsHowManyInstructionsWereProcessed() {
    assertThat(NEW.processedInstructions()).hasValue(8);
    assertThat(VerifierLog.EMPTY.processedInstructions()).isEmpty();
    assertThat(VerifierLog.EMPTY.decisiveLines()).isEmpty();
  }
}
