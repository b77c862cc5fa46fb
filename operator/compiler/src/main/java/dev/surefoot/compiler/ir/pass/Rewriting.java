// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.ir.pass;

import dev.surefoot.catalog.isa.AluOp;
import dev.surefoot.catalog.isa.Width;
import dev.surefoot.compiler.ir.BlockLabel;
import dev.surefoot.compiler.ir.Operation;
import dev.surefoot.compiler.ir.Statement;
import dev.surefoot.compiler.ir.Type;
import dev.surefoot.compiler.ir.Value;
import dev.surefoot.compiler.ir.analysis.Definitions;
import dev.surefoot.compiler.ir.analysis.Facts;
import dev.surefoot.compiler.ir.analysis.Range;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** What rules may ask and do while a function is rewritten. */
public final class Rewriting {
  private final Definitions definitions;
  private final Facts facts;
  private final Map<Value, Operation> operations = new HashMap<>();
  private final List<Statement> emitted = new ArrayList<>();
  private Statement current;
  private BlockLabel block;
  private int nextValue;

  Rewriting(Definitions definitions, Facts facts, int nextValue) {
    this.definitions = definitions;
    this.facts = facts;
    this.nextValue = nextValue;
  }

  void enter(BlockLabel label) {
    block = label;
  }

  void at(Statement statement) {
    current = statement;
  }

  void keep(Statement statement) {
    operations.put(statement.result(), statement.operation());
    emitted.add(statement);
  }

  List<Statement> takeEmitted() {
    List<Statement> result = List.copyOf(emitted);
    emitted.clear();
    return result;
  }

  /** The operation that defines the value; empty for a block's parameter. */
  public Optional<Operation> operation(Value value) {
    return Optional.ofNullable(operations.get(value));
  }

  /** The number that the value is, where it is defined as one. */
  public OptionalLong constant(Value value) {
    return operations.get(value) instanceof Operation.Constant(long number)
        ? OptionalLong.of(number)
        : OptionalLong.empty();
  }

  /** What is known of the value here. */
  public Range range(Value value) {
    return operations.get(value) instanceof Operation.Constant(long number)
        ? Range.of(number)
        : facts.range(value, block);
  }

  /** Whether one operand at most is this value. */
  public boolean isUsedOnce(Value value) {
    return definitions.uses(value) <= 1;
  }

  /** A number. */
  public Value number(long value) {
    return emit(Type.SCALAR, new Operation.Constant(value));
  }

  /** 64-bit arithmetic. */
  public Value alu(AluOp op, Value left, Value right) {
    return alu(Width.W64, op, left, right);
  }

  /** 64-bit arithmetic with a number. */
  public Value alu(AluOp op, Value left, long right) {
    return alu(op, left, number(right));
  }

  /** Arithmetic. */
  public Value alu(Width width, AluOp op, Value left, Value right) {
    return emit(Type.SCALAR, new Operation.Alu(width, op, left, right));
  }

  /** A new statement before the one that is rewritten. */
  public Value emit(Type type, Operation operation) {
    Value result = new Value(nextValue++, type);
    keep(new Statement(result, operation, current.line()));
    return result;
  }
}
