// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.ir.pass;

import dev.surefoot.catalog.isa.AluOp;
import dev.surefoot.catalog.isa.Instruction.ByteSwap.Order;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

final class ConstantRulesTest {
  @Nested
  final class FoldConstantsTest {
    private final ExpressionTester tester = ExpressionTester.of(new FoldConstants());

    @Test
    void fires() {
      tester.on((b, _, _) -> b.alu(AluOp.ADD, b.constant(2), 3)).becomes("5");
      tester.on((b, _, _) -> b.alu32(AluOp.SUB, b.constant(0), 1)).becomes("4294967295");
      tester.on((b, _, _) -> b.alu(AluOp.DIV, b.constant(-1), 2)).becomes("9223372036854775807");
      tester.on((b, _, _) -> b.alu(AluOp.SDIV, b.constant(-7), 2)).becomes("-3");
      tester.on((b, _, _) -> b.alu(AluOp.SMOD, b.constant(-7), 2)).becomes("-1");
      tester.on((b, _, _) -> b.alu(AluOp.DIV, b.constant(7), 0)).becomes("0");
      tester.on((b, _, _) -> b.alu(AluOp.MOD, b.constant(7), 0)).becomes("7");
      tester.on((b, _, _) -> b.signExtend(8, b.constant(255))).becomes("-1");
      tester
          .on((b, _, _) -> b.byteSwap(Order.TO_BIG_ENDIAN, 16, b.constant(0x1234)))
          .becomes("13330");
    }

    @Test
    void doesNotFireWithoutConstants() {
      tester.on((b, x, _) -> b.alu(AluOp.ADD, x, 3)).doesNotFire();
      tester.on((b, x, _) -> b.signExtend(8, x)).doesNotFire();
    }
  }

  @Nested
  final class LegalizeTest {
    private final ExpressionTester tester = ExpressionTester.of(new Legalize());

    @Test
    void fires() {
      tester.on((b, x, _) -> b.alu(AluOp.DIV, x, 0)).becomes("0");
      tester.on((b, x, _) -> b.alu(AluOp.SMOD, x, 0)).becomes("x");
      tester.on((b, x, _) -> b.alu32(AluOp.MOD, x, 1L << 32)).becomes("AND(x, 4294967295)");
      tester.on((b, x, _) -> b.alu(AluOp.LSH, x, 65)).becomes("LSH(x, 1)");
      tester.on((b, x, _) -> b.alu32(AluOp.RSH, x, 33)).becomes("RSH32(x, 1)");
    }

    @Test
    void doesNotFireOnWhatTheVerifierTakes() {
      tester.on((b, x, _) -> b.alu(AluOp.DIV, x, 7)).doesNotFire();
      tester.on((b, x, y) -> b.alu(AluOp.DIV, x, y)).doesNotFire();
      tester.on((b, x, _) -> b.alu(AluOp.LSH, x, 63)).doesNotFire();
    }
  }

  @Nested
  final class OrderOperandsTest {
    private final ExpressionTester tester = ExpressionTester.of(new OrderOperands());

    @Test
    void fires() {
      tester.on((b, x, _) -> b.alu(AluOp.ADD, b.constant(5), x)).becomes("ADD(x, 5)");
      tester.on((b, x, _) -> b.alu32(AluOp.AND, b.constant(5), x)).becomes("AND32(x, 5)");
      tester.on((b, x, _) -> b.alu(AluOp.SUB, x, 5)).becomes("ADD(x, -5)");
    }

    @Test
    void doesNotFireWhereOrderCounts() {
      tester.on((b, x, _) -> b.alu(AluOp.SUB, b.constant(5), x)).doesNotFire();
      tester.on((b, x, _) -> b.alu(AluOp.LSH, b.constant(5), x)).doesNotFire();
      tester.on((b, x, _) -> b.alu(AluOp.ADD, x, 5)).doesNotFire();
      tester.on((b, x, _) -> b.alu(AluOp.SUB, x, Long.MIN_VALUE)).doesNotFire();
    }
  }

  @Nested
  final class CombineConstantsTest {
    private final ExpressionTester tester = ExpressionTester.of(new CombineConstants());

    @Test
    void fires() {
      tester.on((b, x, _) -> b.alu(AluOp.ADD, b.alu(AluOp.ADD, x, 1), 2)).becomes("ADD(x, 3)");
      tester.on((b, x, _) -> b.alu(AluOp.AND, b.alu(AluOp.AND, x, 12), 6)).becomes("AND(x, 4)");
      tester.on((b, x, _) -> b.alu(AluOp.LSH, b.alu(AluOp.LSH, x, 3), 4)).becomes("LSH(x, 7)");
      tester.on((b, x, _) -> b.alu(AluOp.LSH, b.alu(AluOp.RSH, x, 3), 3)).becomes("AND(x, -8)");
      tester
          .on((b, x, _) -> b.alu(AluOp.RSH, b.alu(AluOp.LSH, x, 32), 32))
          .becomes("AND(x, 4294967295)");
    }

    @Test
    void doesNotFireWhereThingsGetLost() {
      tester.on((b, x, _) -> b.alu(AluOp.LSH, b.alu(AluOp.LSH, x, 40), 40)).doesNotFire();
      tester.on((b, x, _) -> b.alu(AluOp.DIV, b.alu(AluOp.DIV, x, 3), 4)).doesNotFire();
      tester.on((b, x, _) -> b.alu(AluOp.ADD, b.alu32(AluOp.ADD, x, 1), 2)).doesNotFire();
    }

    @Test
    void doesNotFireWhereTheInnerValueIsNeeded() {
      tester
          .on(
              (b, x, _) -> {
                var inner = b.alu(AluOp.ADD, x, 1);
                return b.alu(AluOp.MUL, b.alu(AluOp.ADD, inner, 2), inner);
              })
          .doesNotFire();
    }
  }
}
