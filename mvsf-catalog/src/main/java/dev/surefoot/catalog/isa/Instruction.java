// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.catalog.isa;

/**
 * One BPF instruction with numeric offsets, as the kernel takes it (RFC 9669). Offsets of jumps
 * count 8-byte slots from the next instruction. {@link LoadImmediate64} takes two slots, all others
 * one.
 */
public sealed interface Instruction {
  /** {@code dst = dst op src}; MOV copies, NEG takes an immediate 0 as its source. */
  record Alu(Width width, AluOp op, Register dst, Operand src) implements Instruction {
    public Alu {
      requireWritable(dst);
      if (op == AluOp.NEG && !src.equals(Operand.of(0))) {
        throw new IllegalArgumentException("NEG has no second operand, its source is immediate 0");
      }
    }
  }

  /** {@code dst = sign-extended low bits of src}; bits 8, 16 or (W64 only) 32. */
  record SignExtend(Width width, int bits, Register dst, Register src) implements Instruction {
    public SignExtend {
      requireWritable(dst);
      if (bits != 8 && bits != 16 && !(bits == 32 && width == Width.W64)) {
        throw new IllegalArgumentException("cannot sign-extend " + bits + " bits to " + width);
      }
    }
  }

  /** Byte order conversion of the low 16, 32 or 64 bits (RFC 9669, section 4.2). */
  record ByteSwap(Order order, int bits, Register dst) implements Instruction {
    /** To little endian, to big endian, or swapped whatever the machine's order. */
    public enum Order {
      TO_LITTLE_ENDIAN,
      TO_BIG_ENDIAN,
      SWAP
    }

    public ByteSwap {
      requireWritable(dst);
      if (bits != 16 && bits != 32 && bits != 64) {
        throw new IllegalArgumentException("byte swap of " + bits + " bits; 16, 32 or 64");
      }
    }
  }

  /** {@code dst = *(size *)(base + offset)}, zero-extended unless {@code signed}. */
  record Load(MemorySize size, boolean signed, Register dst, Register base, int offset)
      implements Instruction {
    public Load {
      requireWritable(dst);
      requireInt16(offset);
      if (signed && size == MemorySize.B8) {
        throw new IllegalArgumentException("a load of 8 bytes has no sign extension");
      }
    }
  }

  /** {@code *(size *)(base + offset) = src}. */
  record Store(MemorySize size, Register base, int offset, Operand src) implements Instruction {
    public Store {
      requireInt16(offset);
    }
  }

  /** Atomic read-modify-write at {@code base + offset} (RFC 9669, section 5.3). */
  record Atomic(Width width, AtomicOp op, Register base, int offset, Register src)
      implements Instruction {
    public Atomic {
      requireInt16(offset);
    }
  }

  /** The two-slot load of a 64-bit immediate or of an address that the loader fills in. */
  record LoadImmediate64(Register dst, Immediate64 source) implements Instruction {
    public LoadImmediate64 {
      requireWritable(dst);
    }
  }

  /** Legacy packet access into R0 (RFC 9669, section 5.5); {@code index} is null for absolute. */
  record LegacyPacketLoad(MemorySize size, Register index, int offset) implements Instruction {
    public LegacyPacketLoad {
      if (size == MemorySize.B8) {
        throw new IllegalArgumentException("legacy packet access has no 8-byte form");
      }
    }
  }

  /** Jump always; encoded with a 32-bit offset where 16 bits do not hold it. */
  record Jump(int slotOffset) implements Instruction {}

  /** Jump when the comparison holds. */
  record JumpIf(Width width, JumpOp op, Register left, Operand right, int slotOffset)
      implements Instruction {
    public JumpIf {
      requireInt16(slotOffset);
    }
  }

  /** Call of a helper by its static number. */
  record CallHelper(int id) implements Instruction {}

  /** Call of a kernel function by BTF id; {@code fdIndex} 0 is vmlinux. */
  record CallKfunc(int btfId, int fdIndex) implements Instruction {
    public CallKfunc {
      requireInt16(fdIndex);
    }
  }

  /** Call of a BPF subprogram, by slot distance from the next instruction. */
  record CallSubprogram(int slotOffset) implements Instruction {}

  /** Return R0. */
  record Exit() implements Instruction {}

  /** How many 8-byte slots this instruction takes. */
  default int slots() {
    return this instanceof LoadImmediate64 ? 2 : 1;
  }

  private static void requireWritable(Register dst) {
    if (dst == Register.R10) {
      throw new IllegalArgumentException("R10 is the read-only frame pointer, cannot be written");
    }
  }

  private static void requireInt16(int offset) {
    if (offset < Short.MIN_VALUE || offset > Short.MAX_VALUE) {
      throw new IllegalArgumentException("offset " + offset + " does not fit into 16 bits");
    }
  }
}
