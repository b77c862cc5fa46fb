// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.ir.pass;

import dev.surefoot.catalog.isa.AluOp;
import dev.surefoot.catalog.isa.JumpOp;
import dev.surefoot.catalog.isa.Width;
import dev.surefoot.compiler.ir.FunctionBuilder;
import dev.surefoot.compiler.ir.Likelihood;
import dev.surefoot.compiler.ir.OpenBlock;
import dev.surefoot.compiler.ir.Value;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

final class BranchPassesTest {
  @Nested
  final class DecideBranchesTest {
    private final PassTester tester = PassTester.of(new DecideBranches());

    @Test
    void firesOnConstants() {
      tester
          .on(b -> fork(b, b.constant(3), 3))
          .becomes(
              """
              entry:
                jump yes
              yes:
                %0: scalar = 1
                exit %0
              """);
    }

    @Test
    void firesOnWhatAnEarlierBranchHasExcluded() {
      tester
          .on(
              b -> {
                Value x = b.parameter(0);
                OpenBlock large = b.newBlock("large");
                OpenBlock small = b.newBlock("small");
                b.branch(JumpOp.GT, x, 10, large, small, Likelihood.EVEN);
                b.switchTo(small).exit(0);
                b.switchTo(large);
                fork(b, x, 5);
              })
          .becomes(
              """
              entry:
                %0: context = context
                %1: scalar = LOAD.B8 [%0]
                %2: scalar = 10
                if %1 GT %2 then large else small
              large:
                jump no
              small:
                %3: scalar = 0
                exit %3
              no:
                %4: scalar = 2
                exit %4
              """);
    }

    @Test
    void firesWhereBothWaysAreTheSame() {
      tester
          .on(
              b -> {
                OpenBlock end = b.newBlock("end");
                b.branch(JumpOp.EQ, b.parameter(0), 1, end, end, Likelihood.EVEN);
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
    void doesNotFireOnUnknownNumbers() {
      tester.on(b -> fork(b, b.parameter(0), 5)).doesNotFire();
      tester.on(b -> fork(b, b.alu(AluOp.AND, b.parameter(0), 7), 5)).doesNotFire();
    }
  }

  @Nested
  final class ThreadJumpsTest {
    private final PassTester tester = PassTester.of(new ThreadJumps());

    @Test
    void firesThroughABlockThatComparesAConstantArgument() {
      ThreadJumps once = new ThreadJumps();
      PassTester.of(function -> once.apply(once.apply(function)))
          .on(b -> boolean0(b, 1, 0))
          .becomes(
              """
              entry:
                %0: context = context
                %1: scalar = LOAD.B8 [%0]
                %2: scalar = 5
                if %1 LT %2 then yes else no
              yes:
                %3: scalar = 1
                exit %3
              no:
                %4: scalar = 2
                exit %4
              """);
    }

    @Test
    void firesThroughAnEmptyBlock() {
      tester
          .on(
              b -> {
                OpenBlock empty = b.newBlock("empty");
                OpenBlock other = b.newBlock("other");
                OpenBlock end = b.newBlock("end");
                Value result = end.parameter();
                b.branch(JumpOp.EQ, b.parameter(0), 1, empty, other, Likelihood.EVEN);
                b.switchTo(empty).jump(end, b.constant(7));
                b.switchTo(other).jump(end, b.parameter(1));
                b.switchTo(end).exit(result);
              })
          .becomes(
              """
              entry:
                %0: context = context
                %1: scalar = LOAD.B8 [%0]
                %2: scalar = 1
                %3: scalar = 7
                if %1 EQ %2 then end(%3) else other
              other:
                %4: context = context
                %5: scalar = LOAD.B8 [%4 + 8]
                jump end(%5)
              end(%6: scalar):
                exit %6
              """);
    }

    @Test
    void doesNotFireWhereTheBlockComputes() {
      tester
          .on(
              b -> {
                OpenBlock next = b.newBlock("next");
                OpenBlock end = b.newBlock("end");
                Value result = end.parameter();
                b.jump(next);
                b.switchTo(next).jump(end, b.parameter(0));
                b.switchTo(end).exit(result);
              })
          .doesNotFire();
    }

    @Test
    void doesNotFireWhereAParameterIsReadLater() {
      tester
          .on(
              b -> {
                OpenBlock next = b.newBlock("next");
                OpenBlock end = b.newBlock("end");
                Value parameter = next.parameter();
                b.jump(next, b.parameter(0));
                b.switchTo(next).jump(end);
                b.switchTo(end).exit(parameter);
              })
          .doesNotFire();
    }

    /** {@code (x < 5 ? one : other) != 0 ? yes : no}. */
    private static void boolean0(FunctionBuilder b, long one, long other) {
      OpenBlock holds = b.newBlock("holds");
      OpenBlock fails = b.newBlock("fails");
      OpenBlock join = b.newBlock("join");
      Value condition = join.parameter();
      b.branch(JumpOp.LT, b.parameter(0), 5, holds, fails, Likelihood.EVEN);
      b.switchTo(holds).jump(join, b.constant(one));
      b.switchTo(fails).jump(join, b.constant(other));
      b.switchTo(join);
      OpenBlock yes = b.newBlock("yes");
      OpenBlock no = b.newBlock("no");
      b.branch(JumpOp.NE, condition, 0, yes, no, Likelihood.EVEN);
      b.switchTo(yes).exit(1);
      b.switchTo(no).exit(2);
    }
  }

  @Nested
  final class MergeBlocksTest {
    private final PassTester tester = PassTester.of(new MergeBlocks());

    @Test
    void fires() {
      tester
          .on(
              b -> {
                OpenBlock next = b.newBlock("next");
                Value parameter = next.parameter();
                b.jump(next, b.parameter(0));
                b.switchTo(next).exit(parameter);
              })
          .becomes(
              """
              entry:
                %0: context = context
                %1: scalar = LOAD.B8 [%0]
                exit %1
              """);
    }

    @Test
    void doesNotFireWhereABlockIsEnteredTwice() {
      tester
          .on(
              b -> {
                OpenBlock one = b.newBlock("one");
                OpenBlock end = b.newBlock("end");
                b.branch(JumpOp.EQ, b.parameter(0), 1, one, end, Likelihood.EVEN);
                b.switchTo(one).jump(end);
                b.switchTo(end).exit(0);
              })
          .doesNotFire();
    }
  }

  @Nested
  final class ShareExitsTest {
    private final PassTester tester = PassTester.of(new ShareExits());

    @Test
    void fires() {
      tester
          .on(b -> fork(b, b.parameter(0), 5, 0, 0))
          .becomes(
              """
              entry:
                %0: context = context
                %1: scalar = LOAD.B8 [%0]
                %2: scalar = 5
                if %1 EQ %2 then yes else no
              yes:
                jump exit_0
              no:
                jump exit_0
              exit_0:
                %3: scalar = 0
                exit %3
              """);
    }

    @Test
    void doesNotFireOnDifferentNumbers() {
      tester.on(b -> fork(b, b.parameter(0), 5, 0, 1)).doesNotFire();
    }
  }

  @Nested
  final class NarrowComparesTest {
    private final PassTester tester = PassTester.of(new NarrowCompares());

    @Test
    void fires() {
      tester
          .on(
              b -> {
                OpenBlock end = b.newBlock("end");
                Value extended = b.signExtend(32, b.parameter(0));
                b.branch(JumpOp.SLT, extended, -1, end, end, Likelihood.EVEN);
                b.switchTo(end).exit(0);
              })
          .becomes(
              """
              entry:
                %0: context = context
                %1: scalar = LOAD.B8 [%0]
                %2: scalar = -1
                if %1 SLT32 %2 then end else end
              end:
                %3: scalar = 0
                exit %3
              """);
    }

    @Test
    void doesNotFireWhereTheExtendedNumberIsUsedOn() {
      tester
          .on(
              b -> {
                OpenBlock end = b.newBlock("end");
                Value extended = b.signExtend(32, b.parameter(0));
                b.branch(JumpOp.SLT, extended, -1, end, end, Likelihood.EVEN);
                b.switchTo(end).exit(extended);
              })
          .doesNotFire();
    }

    @Test
    void doesNotFireOnNumbersBeyond32Bits() {
      tester
          .on(
              b -> {
                OpenBlock end = b.newBlock("end");
                b.branch(
                    JumpOp.SLT,
                    Width.W64,
                    b.signExtend(32, b.parameter(0)),
                    b.constant(1L << 40),
                    end,
                    end,
                    Likelihood.EVEN);
                b.switchTo(end).exit(0);
              })
          .doesNotFire();
    }
  }

  private static void fork(FunctionBuilder b, Value value, long number) {
    fork(b, value, number, 1, 2);
  }

  private static void fork(FunctionBuilder b, Value value, long number, long ifEqual, long ifNot) {
    OpenBlock yes = b.newBlock("yes");
    OpenBlock no = b.newBlock("no");
    b.branch(JumpOp.EQ, value, number, yes, no, Likelihood.EVEN);
    b.switchTo(yes).exit(ifEqual);
    b.switchTo(no).exit(ifNot);
  }
}
