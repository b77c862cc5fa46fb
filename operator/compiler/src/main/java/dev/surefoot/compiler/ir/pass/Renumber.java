// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.ir.pass;

import dev.surefoot.compiler.ir.Block;
import dev.surefoot.compiler.ir.BpfFunction;
import dev.surefoot.compiler.ir.Statement;
import dev.surefoot.compiler.ir.Value;
import java.util.List;

/** Numbers the values anew, from 0 and in the order of the blocks. */
public final class Renumber {
  private int next;
  private final Substitution names = new Substitution();

  private Renumber() {}

  /** The same function with other numbers. */
  public static BpfFunction apply(BpfFunction function) {
    // Numbers above all others first: a name must not stand for two values on the way.
    return new Renumber().rename(new Renumber().startAt(function.valueLimit()).rename(function));
  }

  private Renumber startAt(int number) {
    next = number;
    return this;
  }

  private BpfFunction rename(BpfFunction function) {
    for (Block block : function.blocks()) {
      block.parameters().forEach(this::name);
      block.statements().forEach(statement -> name(statement.result()));
    }
    List<Block> blocks = function.blocks().stream().map(this::rename).toList();
    return function.withBlocks(blocks);
  }

  private Block rename(Block block) {
    Block renamed = names.of(block);
    return new Block(
        block.label(),
        names.of(block.parameters()),
        renamed.statements().stream()
            .map(s -> new Statement(names.of(s.result()), s.operation(), s.line()))
            .toList(),
        renamed.terminator(),
        block.line());
  }

  private void name(Value value) {
    names.put(value, new Value(next++, value.type()));
  }
}
