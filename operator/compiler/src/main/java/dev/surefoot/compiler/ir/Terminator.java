// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.ir;

import dev.surefoot.catalog.isa.JumpOp;
import dev.surefoot.catalog.isa.Width;
import java.util.List;

/** How a block ends. */
public sealed interface Terminator {
  /** Go on at another block. */
  record Jump(Edge edge) implements Terminator {}

  /** Go one of two ways; {@code likelihood} is that of the condition. */
  record Branch(
      JumpOp op,
      Width width,
      Value left,
      Value right,
      Edge ifTrue,
      Edge ifFalse,
      Likelihood likelihood)
      implements Terminator {}

  /** End the program. */
  record Exit(Value value) implements Terminator {}

  /** The ways out of the block: none, one, or first that of the true condition. */
  default List<Edge> edges() {
    return switch (this) {
      case Jump(Edge edge) -> List.of(edge);
      case Branch branch -> List.of(branch.ifTrue(), branch.ifFalse());
      case Exit _ -> List.of();
    };
  }

  /** The values read by the terminator itself, arguments of its edges not included. */
  default List<Value> operands() {
    return switch (this) {
      case Jump _ -> List.of();
      case Branch branch -> List.of(branch.left(), branch.right());
      case Exit(Value value) -> List.of(value);
    };
  }
}
