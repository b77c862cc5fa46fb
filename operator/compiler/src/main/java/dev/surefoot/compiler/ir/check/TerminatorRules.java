// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.ir.check;

import dev.surefoot.catalog.isa.JumpOp;
import dev.surefoot.catalog.isa.Width;
import dev.surefoot.compiler.ir.Block;
import dev.surefoot.compiler.ir.Printer;
import dev.surefoot.compiler.ir.Terminator;
import dev.surefoot.compiler.ir.Type;
import dev.surefoot.compiler.ir.Value;
import dev.surefoot.compiler.ir.analysis.Range;

/** Numbers are compared with numbers, pointers with 0 only; the program ends with a number. */
final class TerminatorRules {
  private TerminatorRules() {}

  static void check(Checking checking, Block block) {
    switch (block.terminator()) {
      case Terminator.Jump _ -> {}
      case Terminator.Exit exit -> {
        if (!(exit.value().type() instanceof Type.Scalar)) {
          throw checking.refuse(
              block, exit, "the program's result is " + Printer.type(exit.value().type()));
        }
      }
      case Terminator.Branch branch -> branch(checking, block, branch);
    }
  }

  private static void branch(Checking checking, Block block, Terminator.Branch branch) {
    if (isScalar(branch.left()) && isScalar(branch.right())) {
      return;
    }
    boolean comparesWithNull =
        isPointer(branch.left())
            && isScalar(branch.right())
            && checking.facts().range(branch.right(), block.label()).equals(Range.of(0))
            && branch.width() == Width.W64
            && (branch.op() == JumpOp.EQ || branch.op() == JumpOp.NE);
    if (!comparesWithNull) {
      throw checking.refuse(block, branch, "a pointer is compared with 0 only, by EQ or NE");
    }
  }

  private static boolean isScalar(Value value) {
    return value.type() instanceof Type.Scalar;
  }

  private static boolean isPointer(Value value) {
    return switch (value.type()) {
      case Type.OrNull _, Type.Memory _, Type.KernelPointer _ -> true;
      case Type.Scalar _, Type.Context _, Type.MapAddress _, Type.Nothing _ -> false;
    };
  }
}
