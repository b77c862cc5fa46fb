// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.ir;

import dev.surefoot.catalog.asm.SourceLine;
import java.util.List;
import java.util.Optional;

/**
 * Statements that run one after the other.
 *
 * @param line the line of the user's text that the terminator stands for
 */
public record Block(
    BlockLabel label,
    List<Value> parameters,
    List<Statement> statements,
    Terminator terminator,
    Optional<SourceLine> line) {
  public Block {
    parameters = List.copyOf(parameters);
    statements = List.copyOf(statements);
  }

  /** This block with other statements. */
  public Block withStatements(List<Statement> others) {
    return new Block(label, parameters, others, terminator, line);
  }

  /** This block with another end. */
  public Block withTerminator(Terminator other) {
    return new Block(label, parameters, statements, other, line);
  }
}
