// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.ir;

import dev.surefoot.catalog.asm.SourceLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A block while {@link FunctionBuilder} writes it. */
public final class OpenBlock {
  private final FunctionBuilder builder;
  private final BlockLabel label;
  private final List<Value> parameters = new ArrayList<>();
  private final List<Statement> statements = new ArrayList<>();
  private Optional<Terminator> terminator = Optional.empty();
  private Optional<SourceLine> terminatorLine = Optional.empty();

  OpenBlock(FunctionBuilder builder, BlockLabel label) {
    this.builder = builder;
    this.label = label;
  }

  /** The next parameter: what every jump to this block passes at this place. */
  public Value parameter(Type type) {
    Value parameter = builder.newValue(type);
    parameters.add(parameter);
    return parameter;
  }

  /** A scalar parameter. */
  public Value parameter() {
    return parameter(Type.SCALAR);
  }

  /** The block's name. */
  public BlockLabel label() {
    return label;
  }

  /** Whether the block has its end. */
  public boolean isClosed() {
    return terminator.isPresent();
  }

  void add(Statement statement) {
    if (isClosed()) {
      throw new IllegalStateException("block " + label + " has ended; switchTo another one");
    }
    statements.add(statement);
  }

  void close(Terminator end, Optional<SourceLine> line) {
    if (isClosed()) {
      throw new IllegalStateException("block " + label + " has ended already");
    }
    terminator = Optional.of(end);
    terminatorLine = line;
  }

  Block finish() {
    Terminator end =
        terminator.orElseThrow(() -> new IllegalStateException("block " + label + " has no end"));
    return new Block(label, parameters, statements, end, terminatorLine);
  }
}
