// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.catalog.interpreter;

import dev.surefoot.catalog.isa.AluOp;
import dev.surefoot.catalog.isa.Instruction.ByteSwap;
import dev.surefoot.catalog.isa.JumpOp;
import dev.surefoot.catalog.isa.Width;

/** What operations compute (RFC 9669, sections 4.1 to 4.3), on a little-endian machine. */
final class Arithmetic {
  private Arithmetic() {}

  static long alu(Width width, AluOp op, long dst, long src) {
    return switch (width) {
      case W32 -> Integer.toUnsignedLong(alu32(op, (int) dst, (int) src));
      case W64 -> alu64(op, dst, src);
    };
  }

  private static long alu64(AluOp op, long dst, long src) {
    return switch (op) {
      case ADD -> dst + src;
      case SUB -> dst - src;
      case MUL -> dst * src;
      case DIV -> src == 0 ? 0 : Long.divideUnsigned(dst, src);
      case SDIV -> src == 0 ? 0 : dst / src;
      case MOD -> src == 0 ? dst : Long.remainderUnsigned(dst, src);
      case SMOD -> src == 0 ? dst : dst % src;
      case OR -> dst | src;
      case AND -> dst & src;
      case XOR -> dst ^ src;
      case LSH -> dst << src;
      case RSH -> dst >>> src;
      case ARSH -> dst >> src;
      case NEG -> -dst;
      case MOV -> src;
    };
  }

  private static int alu32(AluOp op, int dst, int src) {
    return switch (op) {
      case ADD -> dst + src;
      case SUB -> dst - src;
      case MUL -> dst * src;
      case DIV -> src == 0 ? 0 : Integer.divideUnsigned(dst, src);
      case SDIV -> src == 0 ? 0 : dst / src;
      case MOD -> src == 0 ? dst : Integer.remainderUnsigned(dst, src);
      case SMOD -> src == 0 ? dst : dst % src;
      case OR -> dst | src;
      case AND -> dst & src;
      case XOR -> dst ^ src;
      case LSH -> dst << src;
      case RSH -> dst >>> src;
      case ARSH -> dst >> src;
      case NEG -> -dst;
      case MOV -> src;
    };
  }

  static long signExtend(Width width, int bits, long value) {
    int unused = Long.SIZE - bits;
    long extended = value << unused >> unused;
    return width == Width.W32 ? extended & 0xffff_ffffL : extended;
  }

  static long byteSwap(ByteSwap.Order order, int bits, long value) {
    int unused = Long.SIZE - bits;
    return switch (order) {
      case TO_LITTLE_ENDIAN -> value << unused >>> unused;
      case TO_BIG_ENDIAN, SWAP -> Long.reverseBytes(value) >>> unused;
    };
  }

  static boolean holds(Width width, JumpOp op, long left, long right) {
    return switch (width) {
      // Sign extension keeps both the signed and the unsigned order of 32-bit numbers.
      case W32 -> holds(op, left << 32 >> 32, right << 32 >> 32);
      case W64 -> holds(op, left, right);
    };
  }

  private static boolean holds(JumpOp op, long left, long right) {
    return switch (op) {
      case EQ -> left == right;
      case NE -> left != right;
      case SET -> (left & right) != 0;
      case GT -> Long.compareUnsigned(left, right) > 0;
      case GE -> Long.compareUnsigned(left, right) >= 0;
      case LT -> Long.compareUnsigned(left, right) < 0;
      case LE -> Long.compareUnsigned(left, right) <= 0;
      case SGT -> left > right;
      case SGE -> left >= right;
      case SLT -> left < right;
      case SLE -> left <= right;
    };
  }
}
