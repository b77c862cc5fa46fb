// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.ir.pass;

import dev.surefoot.catalog.isa.Width;
import dev.surefoot.compiler.ir.Block;
import dev.surefoot.compiler.ir.BpfFunction;
import dev.surefoot.compiler.ir.Operation;
import dev.surefoot.compiler.ir.Terminator;
import dev.surefoot.compiler.ir.Value;
import dev.surefoot.compiler.ir.analysis.Definitions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A comparison of sign-extended 32-bit numbers becomes a 32-bit comparison of what was extended.
 * Numbers that have other uses stay: the comparison would no longer tell their range.
 */
public final class NarrowCompares implements Pass {
  @Override
  public BpfFunction apply(BpfFunction function) {
    Definitions definitions = Definitions.of(function);
    List<Block> blocks = new ArrayList<>();
    for (Block block : function.blocks()) {
      if (block.terminator() instanceof Terminator.Branch branch
          && branch.width() == Width.W64
          && narrow(branch.left(), definitions).isPresent()
          && narrow(branch.right(), definitions).isPresent()
          && definitions.constant(branch.left()).isEmpty()) {
        blocks.add(
            block.withTerminator(
                new Terminator.Branch(
                    branch.op(),
                    Width.W32,
                    narrow(branch.left(), definitions).get(),
                    narrow(branch.right(), definitions).get(),
                    branch.ifTrue(),
                    branch.ifFalse(),
                    branch.likelihood())));
      } else {
        blocks.add(block);
      }
    }
    return blocks.equals(function.blocks()) ? function : function.withBlocks(blocks);
  }

  /** A value whose low half is all that counts. */
  private static Optional<Value> narrow(Value value, Definitions definitions) {
    OptionalLong number = definitions.constant(value);
    if (number.isPresent()) {
      return number.getAsLong() == (int) number.getAsLong() ? Optional.of(value) : Optional.empty();
    }
    return definitions.operation(value).orElse(null)
                instanceof Operation.SignExtend(int bits, Value inner)
            && bits == 32
            && definitions.uses(value) == 1
        ? Optional.of(inner)
        : Optional.empty();
  }
}
