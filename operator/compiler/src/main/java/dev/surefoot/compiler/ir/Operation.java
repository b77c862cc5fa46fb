// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.ir;

import dev.surefoot.catalog.asm.CoreAccess;
import dev.surefoot.catalog.isa.AluOp;
import dev.surefoot.catalog.isa.Instruction.ByteSwap.Order;
import dev.surefoot.catalog.isa.MemorySize;
import dev.surefoot.catalog.isa.Width;
import java.util.List;

/** What a statement computes or does. Offsets and sizes are in bytes. */
public sealed interface Operation {
  /** A number. */
  record Constant(long value) implements Operation {}

  /** The program's argument. */
  record Context() implements Operation {}

  /** A map, as an argument for helpers. */
  record MapAddress(MapShape map) implements Operation {}

  /** An address inside the value of a one-element array. */
  record MapValueAddress(MapShape map, int offset) implements Operation {}

  /** The start of a piece of the frame. */
  record StackAddress(StackSlot slot) implements Operation {}

  /** A number that the loader finds in the kernel's BTF. */
  record CoreValue(CoreAccess access) implements Operation {}

  /** {@code left op right}; W32 works on the low halves and clears the high half. */
  record Alu(Width width, AluOp op, Value left, Value right) implements Operation {
    public Alu {
      if (op == AluOp.MOV || op == AluOp.NEG) {
        throw new IllegalArgumentException(op + " has no two operands; a value needs no copy");
      }
    }
  }

  /** The low 8, 16 or 32 bits, sign-extended to 64. */
  record SignExtend(int bits, Value value) implements Operation {
    public SignExtend {
      if (bits != 8 && bits != 16 && bits != 32) {
        throw new IllegalArgumentException("sign extension of " + bits + " bits; 8, 16 or 32");
      }
    }
  }

  /** Byte order conversion of the low 16, 32 or 64 bits; the others become 0. */
  record ByteSwap(Order order, int bits, Value value) implements Operation {
    public ByteSwap {
      if (order == Order.SWAP) {
        throw new IllegalArgumentException("unconditional swap is ISA version 4; name an order");
      }
    }
  }

  /** A pointer moved by a scalar. */
  record PointerAdd(Value pointer, Value offset) implements Operation {}

  /** {@code *(size *)(pointer + offset)}, zero-extended unless {@code signed}. */
  record Load(MemorySize size, boolean signed, Value pointer, int offset) implements Operation {}

  /** As {@link Load}, at an offset that the loader finds in the kernel's BTF. */
  record CoreLoad(MemorySize size, boolean signed, Value pointer, CoreAccess access)
      implements Operation {}

  /** {@code *(size *)(pointer + offset) = value}. */
  record Store(MemorySize size, Value pointer, int offset, Value value) implements Operation {}

  /** Atomic {@code *(size *)(pointer + offset) += value}; 4 or 8 bytes. */
  record AtomicAdd(MemorySize size, Value pointer, int offset, Value value) implements Operation {
    public AtomicAdd {
      if (size != MemorySize.B4 && size != MemorySize.B8) {
        throw new IllegalArgumentException("atomic add of " + size + "; B4 or B8");
      }
    }
  }

  /** Call of a kernel helper. */
  record Call(HelperCall helper, List<Value> arguments) implements Operation {
    public Call {
      arguments = List.copyOf(arguments);
      if (arguments.size() != helper.arguments().size()) {
        throw new IllegalArgumentException(
            helper + " takes " + helper.arguments().size() + " arguments, not " + arguments.size());
      }
    }
  }

  /** The values that this operation reads, in order. */
  default List<Value> operands() {
    return switch (this) {
      case Constant _, Context _, MapAddress _, MapValueAddress _, StackAddress _, CoreValue _ ->
          List.of();
      case Alu(_, _, Value left, Value right) -> List.of(left, right);
      case SignExtend(_, Value value) -> List.of(value);
      case ByteSwap(_, _, Value value) -> List.of(value);
      case PointerAdd(Value pointer, Value offset) -> List.of(pointer, offset);
      case Load(_, _, Value pointer, _) -> List.of(pointer);
      case CoreLoad(_, _, Value pointer, _) -> List.of(pointer);
      case Store(_, Value pointer, _, Value value) -> List.of(pointer, value);
      case AtomicAdd(_, Value pointer, _, Value value) -> List.of(pointer, value);
      case Call(_, List<Value> arguments) -> arguments;
    };
  }
}
