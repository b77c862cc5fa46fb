// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.catalog.interpreter;

import dev.surefoot.catalog.isa.Operand;
import dev.surefoot.catalog.isa.Register;

/** A function's registers. Reading one that holds nothing faults, as the verifier would refuse. */
public final class Frame {
  private static final int CALLER_SAVED = 0b11_1111;

  private final long[] values = new long[11];

  /** One bit for each register that holds a value. */
  private int readable;

  Frame() {}

  /** The value, where the register holds one; 0 where not. For observers. */
  public long peek(Register register) {
    return values[register.number()];
  }

  /** Whether the register holds a value. */
  public boolean isReadable(Register register) {
    return (readable & 1 << register.number()) != 0;
  }

  long get(Register register) {
    if (!isReadable(register)) {
      throw new Fault(register + " is read but holds nothing");
    }
    return values[register.number()];
  }

  void set(Register register, long value) {
    values[register.number()] = value;
    readable |= 1 << register.number();
  }

  long get(Operand operand) {
    return switch (operand) {
      case Operand.Reg(Register register) -> get(register);
      case Operand.Imm(int value) -> value;
    };
  }

  /** What a call does to registers: R1 to R5 hold nothing any more, R0 holds the result. */
  void returned(long result) {
    readable &= ~CALLER_SAVED;
    set(Register.R0, result);
  }
}
