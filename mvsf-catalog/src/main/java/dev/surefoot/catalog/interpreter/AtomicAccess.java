// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.catalog.interpreter;

import dev.surefoot.catalog.isa.Instruction.Atomic;
import dev.surefoot.catalog.isa.MemorySize;
import dev.surefoot.catalog.isa.Register;

/** Atomic instructions; the machine has one thread, so they are plain reads and writes. */
final class AtomicAccess {
  private AtomicAccess() {}

  static void run(Memory memory, Frame frame, Atomic atomic) {
    MemorySize size = MemorySize.ofBytes(atomic.width().bits() / Byte.SIZE);
    long address = frame.get(atomic.base()) + atomic.offset();
    if (address % size.bytes() != 0) {
      throw new Fault("atomic access to 0x%x, which is not aligned".formatted(address));
    }
    long old = memory.load(size, address);
    long operand = frame.get(atomic.src());
    switch (atomic.op()) {
      case ADD -> memory.store(size, address, old + operand);
      case OR -> memory.store(size, address, old | operand);
      case AND -> memory.store(size, address, old & operand);
      case XOR -> memory.store(size, address, old ^ operand);
      case ADD_FETCH -> fetch(memory, frame, atomic, address, old, old + operand);
      case OR_FETCH -> fetch(memory, frame, atomic, address, old, old | operand);
      case AND_FETCH -> fetch(memory, frame, atomic, address, old, old & operand);
      case XOR_FETCH -> fetch(memory, frame, atomic, address, old, old ^ operand);
      case XCHG -> fetch(memory, frame, atomic, address, old, operand);
      case CMPXCHG -> {
        long expected = frame.get(Register.R0);
        long compared = size == MemorySize.B4 ? Integer.toUnsignedLong((int) expected) : expected;
        if (old == compared) {
          memory.store(size, address, operand);
        }
        frame.set(Register.R0, old);
      }
    }
  }

  private static void fetch(
      Memory memory, Frame frame, Atomic atomic, long address, long old, long updated) {
    memory.store(MemorySize.ofBytes(atomic.width().bits() / Byte.SIZE), address, updated);
    frame.set(atomic.src(), old);
  }
}
