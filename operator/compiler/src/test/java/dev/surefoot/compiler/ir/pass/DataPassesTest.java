// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.ir.pass;

import dev.surefoot.catalog.elf.MapDefinition;
import dev.surefoot.catalog.elf.MapType;
import dev.surefoot.catalog.isa.AluOp;
import dev.surefoot.catalog.isa.JumpOp;
import dev.surefoot.catalog.isa.MemorySize;
import dev.surefoot.catalog.isa.Width;
import dev.surefoot.compiler.ir.FunctionBuilder;
import dev.surefoot.compiler.ir.HelperCall;
import dev.surefoot.compiler.ir.Likelihood;
import dev.surefoot.compiler.ir.OpenBlock;
import dev.surefoot.compiler.ir.Value;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

final class DataPassesTest {
  private static final MapDefinition DATA = MapDefinition.of("data", MapType.ARRAY, 4, 64, 1, 0);
  private static final MapDefinition OTHER = MapDefinition.of("other", MapType.ARRAY, 4, 64, 1, 0);

  @Nested
  final class EliminateCommonSubexpressionsTest {
    private final PassTester tester = PassTester.of(new EliminateCommonSubexpressions());

    @Test
    void firesOnEqualComputationsAndPureHelpers() {
      tester
          .on(
              b -> {
                Value one = b.call(HelperCall.GET_CURRENT_PID_TGID);
                Value other = b.call(HelperCall.GET_CURRENT_PID_TGID);
                b.exit(b.alu(AluOp.MUL, b.alu(AluOp.RSH, one, 32), b.alu(AluOp.RSH, other, 32)));
              })
          .becomes(
              """
              entry:
                %0: scalar = GET_CURRENT_PID_TGID()
                %1: scalar = 32
                %2: scalar = RSH %0, %1
                %3: scalar = MUL %2, %2
                exit %3
              """);
    }

    @Test
    void doesNotFireOnTheClock() {
      tester
          .on(
              b ->
                  b.exit(
                      b.alu(
                          AluOp.SUB,
                          b.call(HelperCall.KTIME_GET_NS),
                          b.call(HelperCall.KTIME_GET_NS))))
          .doesNotFire();
    }

    @Test
    void doesNotFireAcrossBlocksOfWhichNoneIsAlwaysBefore() {
      tester
          .on(
              b -> {
                Value x = b.parameter(0);
                OpenBlock one = b.newBlock("one");
                OpenBlock other = b.newBlock("other");
                Value limit = b.constant(5);
                b.branch(JumpOp.LT, Width.W64, x, limit, one, other, Likelihood.EVEN);
                b.switchTo(one).exit(b.alu(AluOp.ADD, x, limit));
                b.switchTo(other).exit(b.alu(AluOp.ADD, x, limit));
              })
          .doesNotFire();
    }

    @Test
    void loadsAreSharedUntilTheMemoryIsWritten() {
      tester
          .on(
              b -> {
                Value data = b.mapValue(DATA, 0);
                Value first = b.load(MemorySize.B8, data, 0);
                b.store(MemorySize.B8, data, 8, 1);
                b.store(MemorySize.B8, b.mapValue(OTHER, 0), 0, 1);
                Value second = b.load(MemorySize.B8, data, 0);
                b.store(MemorySize.B4, data, 4, 1);
                Value third = b.load(MemorySize.B8, data, 0);
                b.exit(b.alu(AluOp.ADD, b.alu(AluOp.ADD, first, second), third));
              })
          .becomes(
              """
              entry:
                %0: value of data = data
                %1: scalar = LOAD.B8 [%0]
                %2: scalar = 1
                STORE.B8 [%0 + 8], %2
                %4: value of other = other
                STORE.B8 [%4], %2
                STORE.B4 [%0 + 4], %2
                %7: scalar = LOAD.B8 [%0]
                %8: scalar = ADD %1, %1
                %9: scalar = ADD %8, %7
                exit %9
              """);
    }

    @Test
    void whatWasStoredIsKnown() {
      tester
          .on(
              b -> {
                Value data = b.mapValue(DATA, 0);
                b.store(MemorySize.B8, data, 0, b.parameter(0));
                b.exit(b.load(MemorySize.B8, data, 0));
              })
          .becomes(
              """
              entry:
                %0: value of data = data
                %1: context = context
                %2: scalar = LOAD.B8 [%1]
                STORE.B8 [%0], %2
                exit %2
              """);
    }

    @Test
    void doesNotFireOnLoadsAroundACallThatWrites() {
      tester
          .on(
              b -> {
                Value slot = b.stackSlot(16, 8);
                Value size = b.constant(16);
                b.call(HelperCall.GET_CURRENT_COMM, slot, size);
                Value first = b.load(MemorySize.B8, slot, 0);
                b.call(HelperCall.GET_CURRENT_COMM, slot, size);
                b.exit(b.alu(AluOp.ADD, first, b.load(MemorySize.B8, slot, 0)));
              })
          .doesNotFire();
    }
  }

  @Nested
  final class EliminateDeadCodeTest {
    private final PassTester tester = PassTester.of(new EliminateDeadCode());

    @Test
    void fires() {
      tester
          .on(
              b -> {
                OpenBlock end = b.newBlock("end");
                end.parameter();
                OpenBlock never = b.newBlock("never");
                b.load(MemorySize.B8, b.mapValue(DATA, 0), 0);
                b.jump(end, b.call(HelperCall.KTIME_GET_NS));
                b.switchTo(never).exit(1);
                b.switchTo(end).exit(0);
              })
          .becomes(
              """
              entry:
                jump end
              end:
                %0: scalar = 0
                exit %0
              """);
    }

    @Test
    void doesNotFireOnEffects() {
      tester
          .on(
              b -> {
                b.store(MemorySize.B8, b.mapValue(DATA, 0), 0, 1);
                b.call(HelperCall.GET_CURRENT_COMM, b.stackSlot(16, 8), b.constant(16));
                b.exit(0);
              })
          .doesNotFire();
    }
  }

  @Nested
  final class RemoveDeadStoresTest {
    private final PassTester tester = PassTester.of(new RemoveDeadStores());

    @Test
    void fires() {
      tester
          .on(
              b -> {
                b.store(MemorySize.B8, b.pointerAdd(b.stackSlot(16, 8), 8), 0, 1);
                b.exit(0);
              })
          .becomes(
              """
              entry:
                %0: scalar = 0
                exit %0
              """);
    }

    @Test
    void doesNotFireWhereTheSlotIsReadOrShared() {
      tester
          .on(
              b -> {
                Value slot = b.stackSlot(8, 8);
                b.store(MemorySize.B8, slot, 0, 1);
                b.exit(b.load(MemorySize.B8, slot, 0));
              })
          .doesNotFire();
      tester
          .on(
              b -> {
                b.store(MemorySize.B8, b.mapValue(DATA, 0), 0, 1);
                b.store(MemorySize.B8, b.mapValue(DATA, 0), 0, 2);
                b.exit(0);
              })
          .doesNotFire();
    }
  }

  @Nested
  final class SinkComputationsTest {
    private final PassTester tester = PassTester.of(new SinkComputations());

    @Test
    void fires() {
      tester
          .on(b -> rareUse(b, (x, _) -> b.alu(AluOp.MUL, x, x)))
          .becomes(
              """
              entry:
                %0: context = context
                %1: scalar = LOAD.B8 [%0]
                %2: scalar = 5
                if %1 LT %2 then rare else often (unlikely)
              rare:
                %3: scalar = MUL %1, %1
                exit %3
              often:
                %4: scalar = 0
                exit %4
              """);
    }

    @Test
    void doesNotFireOnLoadsAndCalls() {
      tester.on(b -> rareUse(b, (_, data) -> b.load(MemorySize.B8, data, 0))).doesNotFire();
      tester.on(b -> rareUse(b, (_, _) -> b.call(HelperCall.KTIME_GET_NS))).doesNotFire();
    }

    private interface Computation {
      Value of(Value number, Value pointer);
    }

    private static void rareUse(FunctionBuilder b, Computation computation) {
      Value x = b.parameter(0);
      Value data = b.mapValue(DATA, 0);
      Value limit = b.constant(5);
      Value computed = computation.of(x, data);
      OpenBlock rare = b.newBlock("rare");
      OpenBlock often = b.newBlock("often");
      b.branch(JumpOp.LT, Width.W64, x, limit, rare, often, Likelihood.UNLIKELY);
      b.switchTo(rare).exit(computed);
      b.switchTo(often).exit(0);
    }
  }
}
