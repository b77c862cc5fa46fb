// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.ir.pass;

import dev.surefoot.catalog.isa.AluOp;
import dev.surefoot.catalog.isa.Instruction.ByteSwap.Order;
import dev.surefoot.catalog.isa.JumpOp;
import dev.surefoot.catalog.isa.Width;

/** Arithmetic and comparison of constants (RFC 9669, sections 4.1 and 4.3). */
final class Evaluation {
  private static final long LOW_HALF = 0xffff_ffffL;

  private Evaluation() {}

  static long alu(Width width, AluOp op, long left, long right) {
    return switch (width) {
      case W64 -> alu64(op, left, right);
      case W32 -> alu32(op, (int) left, (int) right) & LOW_HALF;
    };
  }

  static long signExtend(int bits, long value) {
    return value << (64 - bits) >> (64 - bits);
  }

  /** As on a little-endian machine, which is the only kind that is taken. */
  static long byteSwap(Order order, int bits, long value) {
    long low = bits == 64 ? value : value & ((1L << bits) - 1);
    return switch (order) {
      case TO_LITTLE_ENDIAN -> low;
      case TO_BIG_ENDIAN, SWAP -> Long.reverseBytes(low) >>> (64 - bits);
    };
  }

  static boolean compare(JumpOp op, Width width, long left, long right) {
    return width == Width.W64
        ? compare(op, left, right)
        : isSigned(op)
            ? compare(op, signExtend(32, left), signExtend(32, right))
            : compare(op, left & LOW_HALF, right & LOW_HALF);
  }

  private static long alu64(AluOp op, long left, long right) {
    return switch (op) {
      case ADD -> left + right;
      case SUB -> left - right;
      case MUL -> left * right;
      case DIV -> right == 0 ? 0 : Long.divideUnsigned(left, right);
      case SDIV -> right == 0 ? 0 : left / right;
      case MOD -> right == 0 ? left : Long.remainderUnsigned(left, right);
      case SMOD -> right == 0 ? left : left % right;
      case AND -> left & right;
      case OR -> left | right;
      case XOR -> left ^ right;
      case LSH -> left << right;
      case RSH -> left >>> right;
      case ARSH -> left >> right;
      case NEG -> -left;
      case MOV -> right;
    };
  }

  private static long alu32(AluOp op, int left, int right) {
    return switch (op) {
      case DIV -> right == 0 ? 0 : Integer.divideUnsigned(left, right);
      case MOD -> right == 0 ? left : Integer.remainderUnsigned(left, right);
      case LSH -> left << right;
      case RSH -> left >>> right;
      case ARSH -> left >> right;
      case ADD, SUB, MUL, SDIV, SMOD, AND, OR, XOR, NEG, MOV -> alu64(op, left, right);
    };
  }

  private static boolean compare(JumpOp op, long left, long right) {
    return switch (op) {
      case EQ -> left == right;
      case NE -> left != right;
      case GT -> Long.compareUnsigned(left, right) > 0;
      case GE -> Long.compareUnsigned(left, right) >= 0;
      case LT -> Long.compareUnsigned(left, right) < 0;
      case LE -> Long.compareUnsigned(left, right) <= 0;
      case SGT -> left > right;
      case SGE -> left >= right;
      case SLT -> left < right;
      case SLE -> left <= right;
      case SET -> (left & right) != 0;
    };
  }

  private static boolean isSigned(JumpOp op) {
    return switch (op) {
      case SGT, SGE, SLT, SLE -> true;
      case EQ, NE, GT, GE, LT, LE, SET -> false;
    };
  }
}
