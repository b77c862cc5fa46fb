// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.ir.pass;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surefoot.catalog.elf.MapDefinition;
import dev.surefoot.catalog.elf.MapType;
import dev.surefoot.catalog.isa.AluOp;
import dev.surefoot.catalog.isa.MemorySize;
import dev.surefoot.compiler.ir.FunctionBuilder;
import dev.surefoot.compiler.ir.Printer;
import dev.surefoot.compiler.ir.Value;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

final class AlgebraRulesTest {
  private static final MapDefinition DATA = MapDefinition.of("data", MapType.ARRAY, 4, 4096, 1, 0);

  @Nested
  final class DropNeutralTest {
    private final ExpressionTester tester = ExpressionTester.of(new DropNeutral());

    @Test
    void fires() {
      tester.on((b, x, _) -> b.alu(AluOp.ADD, x, 0)).becomes("x");
      tester.on((b, x, _) -> b.alu(AluOp.MUL, x, 1)).becomes("x");
      tester.on((b, x, _) -> b.alu(AluOp.MUL, x, 0)).becomes("0");
      tester.on((b, x, _) -> b.alu(AluOp.AND, x, -1)).becomes("x");
      tester.on((b, x, _) -> b.alu(AluOp.XOR, x, x)).becomes("0");
      tester.on((b, x, _) -> b.alu(AluOp.MOD, x, 1)).becomes("0");
    }

    @Test
    void firesOnMasksThatRangesMakeIdle() {
      tester
          .on((b, x, _) -> b.alu(AluOp.AND, b.alu(AluOp.RSH, x, 32), 0xffff_ffffL))
          .becomes("RSH(x, 32)");
      tester.on((b, x, _) -> b.signExtend(32, b.alu(AluOp.AND, x, 1000))).becomes("AND(x, 1000)");
    }

    @Test
    void doesNotFireWhereBitsCouldGo() {
      tester.on((b, x, _) -> b.alu32(AluOp.ADD, x, 0)).doesNotFire();
      tester.on((b, x, _) -> b.alu(AluOp.AND, b.alu(AluOp.RSH, x, 31), 0xffff_ffffL)).doesNotFire();
      tester.on((b, x, _) -> b.signExtend(8, b.alu(AluOp.AND, x, 128))).doesNotFire();
      tester.on((b, x, y) -> b.alu(AluOp.SUB, x, y)).doesNotFire();
    }

    @Test
    void doesNotFireOnRemaindersWhoseRangeTheVerifierForgets() {
      tester
          .on((b, x, y) -> b.alu(AluOp.AND, b.alu32(AluOp.MOD, x, y), 0xffff_ffffL))
          .doesNotFire();
    }
  }

  @Nested
  final class ReduceStrengthTest {
    private final ExpressionTester tester = ExpressionTester.of(new ReduceStrength());

    @Test
    void fires() {
      tester.on((b, x, _) -> b.alu(AluOp.MUL, x, 8)).becomes("LSH(x, 3)");
      tester.on((b, x, _) -> b.alu(AluOp.DIV, x, 16)).becomes("RSH(x, 4)");
      tester.on((b, x, _) -> b.alu32(AluOp.MOD, x, 32)).becomes("AND32(x, 31)");
      tester.on((b, x, _) -> b.alu(AluOp.DIV, x, Long.MIN_VALUE)).becomes("RSH(x, 63)");
    }

    @Test
    void doesNotFireOnOtherNumbers() {
      tester.on((b, x, _) -> b.alu(AluOp.MUL, x, 10)).doesNotFire();
      tester.on((b, x, _) -> b.alu(AluOp.DIV, x, 1)).doesNotFire();
      tester.on((b, x, _) -> b.alu(AluOp.SDIV, x, 16)).doesNotFire();
      tester.on((b, x, _) -> b.alu(AluOp.ADD, x, 16)).doesNotFire();
    }
  }

  @Nested
  final class LowerSignedDivisionTest {
    private final ExpressionTester tester = ExpressionTester.of(new LowerSignedDivision());

    @Test
    void firesByShiftsForPowersOfTwo() {
      tester
          .on((b, x, _) -> b.alu(AluOp.SDIV, x, 8))
          .becomes("ARSH(ADD(x, RSH(ARSH(x, 63), 61)), 3)");
      tester
          .on((b, x, _) -> b.alu(AluOp.SDIV, x, -8))
          .becomes("SUB(0, ARSH(ADD(x, RSH(ARSH(x, 63), 61)), 3))");
    }

    @Test
    void firesBySizeAndSign() {
      tester
          .on((b, x, _) -> b.alu(AluOp.SMOD, x, 10))
          .becomes(
              "SUB(XOR(MOD(SUB(XOR(x, ARSH(x, 63)), ARSH(x, 63)), 10), ARSH(x, 63)), ARSH(x, 63))");
    }

    @Test
    void unsignedDivisionServesNumbersThatAreNotNegative() {
      tester
          .on((b, x, _) -> b.alu(AluOp.SDIV, b.alu(AluOp.RSH, x, 1), 10))
          .becomes("DIV(RSH(x, 1), 10)");
    }

    @Test
    void doesNotFireOnUnsignedDivision() {
      tester.on((b, x, _) -> b.alu(AluOp.DIV, x, 10)).doesNotFire();
    }
  }

  @Nested
  final class LookThroughExtensionsTest {
    private final ExpressionTester tester = ExpressionTester.of(new LookThroughExtensions());

    @Test
    void fires() {
      tester.on((b, x, _) -> b.zeroExtend(32, b.signExtend(32, x))).becomes("AND(x, 4294967295)");
      tester.on((b, x, _) -> b.signExtend(8, b.alu(AluOp.AND, x, 255))).becomes("SIGN8(x)");
    }

    @Test
    void doesNotFireWhereTheInnerOneIsNarrower() {
      tester.on((b, x, _) -> b.zeroExtend(32, b.signExtend(16, x))).doesNotFire();
      tester.on((b, x, _) -> b.signExtend(8, b.alu(AluOp.AND, x, 127))).doesNotFire();
    }
  }

  @Nested
  final class MoveOffsetsOutwardsTest {
    private final ExpressionTester tester = ExpressionTester.of(new MoveOffsetsOutwards());

    @Test
    void fires() {
      tester
          .on((b, x, _) -> load(b, b.pointerAdd(b.mapValue(DATA, 8), 16)))
          .becomes("B8[data+24+0]");
      tester.on((b, x, _) -> load(b, b.pointerAdd(moved(b, x), 16))).doesNotFire();
      tester
          .on((b, x, _) -> load(b, b.pointerAdd(b.pointerAdd(moved(b, x), 16), 8)))
          .becomes("B8[MOVE(MOVE(data+0, AND(x, 255)), 24)+0]");
      tester
          .on(
              (b, x, y) ->
                  load(b, b.pointerAdd(b.pointerAdd(moved(b, x), 16), b.alu(AluOp.AND, y, 255))))
          .becomes("B8[MOVE(MOVE(MOVE(data+0, AND(x, 255)), AND(y, 255)), 16)+0]");
    }

    @Test
    void firesOnSumsOfBoundedNumbers() {
      tester
          .on((b, x, _) -> load(b, b.pointerAdd(b.mapValue(DATA, 0), sum(b, x, 255))))
          .becomes("B8[MOVE(MOVE(data+0, AND(x, 255)), 64)+0]");
    }

    @Test
    void doesNotFireWhereOnlyTheSumIsBounded() {
      tester
          .on((b, x, _) -> load(b, b.pointerAdd(b.mapValue(DATA, 0), b.alu(AluOp.ADD, x, 64))))
          .doesNotFire();
    }

    private static Value sum(FunctionBuilder b, Value x, long mask) {
      return b.alu(AluOp.ADD, b.alu(AluOp.AND, x, mask), 64);
    }

    private static Value moved(FunctionBuilder b, Value x) {
      return b.pointerAdd(b.mapValue(DATA, 0), b.alu(AluOp.AND, x, 255));
    }

    private static Value load(FunctionBuilder b, Value pointer) {
      return b.load(MemorySize.B8, pointer, 0);
    }
  }

  @Nested
  final class NarrowStoresTest {
    @Test
    void fires() {
      assertThat(stored(MemorySize.B4, 0xffff_ffffL)).contains("STORE.B4 [%2], %1");
    }

    @Test
    void doesNotFireWhereTheMaskCounts() {
      assertThat(stored(MemorySize.B4, 0xffffL)).contains("STORE.B4 [%2], %4");
      assertThat(stored(MemorySize.B8, 0xffff_ffffL)).contains("STORE.B8 [%2], %4");
    }

    private static String stored(MemorySize size, long mask) {
      FunctionBuilder b = new FunctionBuilder("f");
      Value x = b.parameter(0);
      Value data = b.mapValue(DATA, 0);
      b.store(size, data, 0, b.alu(AluOp.AND, x, mask));
      b.exit(0);
      return Printer.print(new ApplyRules(new NarrowStores()).apply(b.finish()));
    }
  }
}
