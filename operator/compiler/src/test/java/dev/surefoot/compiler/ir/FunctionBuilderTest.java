// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.ir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.surefoot.catalog.elf.MapDefinition;
import dev.surefoot.catalog.elf.MapType;
import dev.surefoot.catalog.isa.AluOp;
import dev.surefoot.catalog.isa.JumpOp;
import dev.surefoot.catalog.isa.MemorySize;
import dev.surefoot.catalog.isa.Width;
import org.junit.jupiter.api.Test;

final class FunctionBuilderTest {
  private static final MapDefinition GROUPS =
      MapDefinition.of("groups", MapType.HASH, 8, 16, 1024, 0);
  private static final MapDefinition RING =
      MapDefinition.of("ring", MapType.RINGBUF, 0, 0, 4096, 0);

  @Test
  void printsWhatWasBuilt() {
    FunctionBuilder b = new FunctionBuilder("count");
    Value key = b.stackSlot(8, 8);
    b.store(MemorySize.B8, key, 0, b.parameter(1));
    Value found = b.call(HelperCall.MAP_LOOKUP_ELEM, b.mapAddress(GROUPS), key);
    OpenBlock hit = b.newBlock("hit");
    OpenBlock end = b.newBlock("end");
    Value result = end.parameter();
    b.branch(
        JumpOp.NE,
        Width.W64,
        found,
        b.constant(0),
        b.edge(hit),
        b.edge(end, b.constant(1)),
        Likelihood.LIKELY);
    b.switchTo(hit);
    Value count = b.load(MemorySize.B8, found, 8);
    b.store(MemorySize.B8, found, 8, b.alu(AluOp.ADD, count, 1));
    b.jump(end, count);
    b.switchTo(end).exit(result);
    assertThat(Printer.print(b.finish()))
        .isEqualTo(
            """
            function count
            entry:
              %0: frame#0 = frame#0[8]
              %1: context = context
              %2: scalar = LOAD.B8 [%1 + 8]
              STORE.B8 [%0], %2
              %4: map groups = map groups
              %5: value of groups or null = MAP_LOOKUP_ELEM(%4, %0)
              %7: scalar = 0
              %8: scalar = 1
              if %5 NE %7 then hit else end(%8) (likely)
            hit:
              %9: scalar = LOAD.B8 [%5 + 8]
              %10: scalar = 1
              %11: scalar = ADD %9, %10
              STORE.B8 [%5 + 8], %11
              jump end(%9)
            end(%6: scalar):
              exit %6
            """);
  }

  @Test
  void blocksOfOneNameBecomeDifferent() {
    FunctionBuilder b = new FunctionBuilder("f");
    assertThat(b.newBlock("slow").label()).isEqualTo(new BlockLabel("slow"));
    assertThat(b.newBlock("slow").label()).isEqualTo(new BlockLabel("slow_2"));
  }

  @Test
  void reservedRecordHasItsSize() {
    FunctionBuilder b = new FunctionBuilder("f");
    Value record =
        b.call(HelperCall.RINGBUF_RESERVE, b.mapAddress(RING), b.constant(48), b.constant(0));
    assertThat(record.type()).isEqualTo(new Type.OrNull(new Type.RingRecord(48)));
  }

  @Test
  void rejectsWhatCannotBeWritten() {
    FunctionBuilder b = new FunctionBuilder("f");
    Value scalar = b.parameter(0);
    assertThatThrownBy(() -> b.call(HelperCall.RINGBUF_RESERVE, b.mapAddress(RING), scalar, scalar))
        .hasMessageContaining("constant size");
    assertThatThrownBy(() -> b.call(HelperCall.MAP_LOOKUP_ELEM, scalar, scalar))
        .hasMessageContaining("wants a map");
    assertThatThrownBy(() -> b.call(HelperCall.KTIME_GET_NS, scalar))
        .hasMessageContaining("takes 0 arguments, not 1");
    b.exit(0);
    assertThatThrownBy(() -> b.jump(b.currentBlock()))
        .hasMessageContaining("entry has ended already");
    assertThatThrownBy(() -> b.constant(1)).hasMessageContaining("entry has ended");
  }

  @Test
  void everyBlockNeedsAnEnd() {
    FunctionBuilder b = new FunctionBuilder("f");
    assertThatThrownBy(b::finish).hasMessageContaining("entry has no end");
  }
}
