// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.lower;

import dev.surefoot.catalog.expression.ArithmeticOp;
import dev.surefoot.catalog.expression.ComparisonOp;
import dev.surefoot.catalog.expression.Expression;
import dev.surefoot.catalog.expression.ValueType;
import dev.surefoot.catalog.isa.AluOp;
import dev.surefoot.catalog.isa.JumpOp;
import dev.surefoot.catalog.isa.MemorySize;
import dev.surefoot.catalog.isa.Width;
import dev.surefoot.catalog.layout.FieldType;
import dev.surefoot.catalog.schema.Table;
import dev.surefoot.compiler.ir.FunctionBuilder;
import dev.surefoot.compiler.ir.Likelihood;
import dev.surefoot.compiler.ir.OpenBlock;
import dev.surefoot.compiler.ir.Value;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Computes expressions that {@code KernelExpressible} admits, over the columns of a row. */
final class ExpressionLowering {
  private final FunctionBuilder builder;
  private final Table table;
  private final RowColumns columns;
  private final Map<Integer, Value> texts = new HashMap<>();

  ExpressionLowering(FunctionBuilder builder, Table table, RowColumns columns) {
    this.builder = builder;
    this.table = table;
    this.columns = columns;
  }

  /** The integer that the expression gives. */
  Value integer(Expression expression) {
    return switch (expression) {
      case Expression.Column(int index, _, _) -> columns.integer(index);
      case Expression.IntLiteral(long value) -> builder.constant(value);
      case Expression.Negate(Expression operand) ->
          builder.alu(AluOp.SUB, builder.constant(0), integer(operand));
      case Expression.Arithmetic(ArithmeticOp op, Expression left, Expression right) ->
          builder.alu(aluOp(op), integer(left), integer(right));
      default -> throw new IllegalArgumentException("not for the kernel: " + expression);
    };
  }

  /** A text column in the frame, zero-filled to its size. */
  Value text(int column) {
    return texts.computeIfAbsent(
        column,
        _ -> {
          Value buffer = builder.stackSlot(table.columns().get(column).type().bytes(), 8);
          columns.text(column, buffer, 0);
          return buffer;
        });
  }

  /** Goes on in a new block where all conjuncts hold, elsewhere to {@code otherwise}. */
  void require(List<Expression> conjuncts, OpenBlock otherwise) {
    for (Expression conjunct : conjuncts) {
      conjunct.columnIndexes().forEach(this::readOnMainPath);
      OpenBlock holds = builder.newBlock("holds");
      decide(conjunct, holds, otherwise);
      builder.switchTo(holds);
    }
  }

  /** Later code may ask again, on paths that do not come through the block that asked first. */
  private void readOnMainPath(int column) {
    if (table.columns().get(column).type() instanceof FieldType.Text) {
      text(column);
    } else {
      columns.integer(column);
    }
  }

  private void decide(Expression predicate, OpenBlock ifTrue, OpenBlock ifFalse) {
    switch (predicate) {
      case Expression.BooleanLiteral(boolean value) -> builder.jump(value ? ifTrue : ifFalse);
      case Expression.Not(Expression operand) -> decide(operand, ifFalse, ifTrue);
      case Expression.And(List<Expression> operands) -> {
        for (Expression operand : operands.subList(0, operands.size() - 1)) {
          OpenBlock next = builder.newBlock("and");
          decide(operand, next, ifFalse);
          builder.switchTo(next);
        }
        decide(operands.getLast(), ifTrue, ifFalse);
      }
      case Expression.Or(List<Expression> operands) -> {
        for (Expression operand : operands.subList(0, operands.size() - 1)) {
          OpenBlock next = builder.newBlock("or");
          decide(operand, ifTrue, next);
          builder.switchTo(next);
        }
        decide(operands.getLast(), ifTrue, ifFalse);
      }
      case Expression.Comparison(ComparisonOp op, Expression left, Expression right) -> {
        if (left.type() == ValueType.TEXT) {
          boolean equal = op == ComparisonOp.EQUAL;
          compareText(left, right, equal ? ifTrue : ifFalse, equal ? ifFalse : ifTrue);
        } else {
          builder.branch(
              jumpOp(op),
              Width.W64,
              integer(left),
              integer(right),
              ifTrue,
              ifFalse,
              Likelihood.EVEN);
        }
      }
      default -> throw new IllegalArgumentException("not for the kernel: " + predicate);
    }
  }

  private void compareText(Expression left, Expression right, OpenBlock same, OpenBlock other) {
    if (!(left instanceof Expression.Column(int index, _, _))
        || !(right instanceof Expression.TextLiteral(String literal))) {
      throw new IllegalArgumentException("not for the kernel: " + left + " = " + right);
    }
    int columnBytes = table.columns().get(index).type().bytes();
    byte[] bytes = literal.getBytes(StandardCharsets.US_ASCII);
    if (bytes.length >= columnBytes) {
      builder.jump(other);
      return;
    }
    // One more byte than the literal has: the zero that ends it.
    int words = bytes.length / 8 + 1;
    ByteBuffer padded = ByteBuffer.allocate(8 * words).order(ByteOrder.LITTLE_ENDIAN).put(0, bytes);
    Value buffer = text(index);
    for (int word = 0; word < words; word++) {
      OpenBlock next = word + 1 == words ? same : builder.newBlock("same_so_far");
      builder.branch(
          JumpOp.EQ,
          Width.W64,
          builder.load(MemorySize.B8, buffer, 8 * word),
          builder.constant(padded.getLong(8 * word)),
          next,
          other,
          Likelihood.EVEN);
      builder.switchTo(next);
    }
  }

  private static AluOp aluOp(ArithmeticOp op) {
    return switch (op) {
      case ADD -> AluOp.ADD;
      case SUBTRACT -> AluOp.SUB;
      case MULTIPLY -> AluOp.MUL;
      case DIVIDE -> AluOp.SDIV;
      case MODULO -> AluOp.SMOD;
      case BIT_AND -> AluOp.AND;
      case BIT_OR -> AluOp.OR;
      case BIT_XOR -> AluOp.XOR;
    };
  }

  private static JumpOp jumpOp(ComparisonOp op) {
    return switch (op) {
      case EQUAL -> JumpOp.EQ;
      case NOT_EQUAL -> JumpOp.NE;
      case LESS -> JumpOp.SLT;
      case LESS_OR_EQUAL -> JumpOp.SLE;
      case GREATER -> JumpOp.SGT;
      case GREATER_OR_EQUAL -> JumpOp.SGE;
    };
  }
}
