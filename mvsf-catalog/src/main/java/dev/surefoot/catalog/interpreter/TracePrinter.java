// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.catalog.interpreter;

import dev.surefoot.catalog.isa.Instruction;
import dev.surefoot.catalog.isa.InstructionPrinter;
import dev.surefoot.catalog.isa.Register;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * Prints each instruction that runs, with the registers that the ones before it changed: {@code 12:
 * r1 += 8 ; r1=0x10}. A value is that before the instruction.
 */
public final class TracePrinter implements Observer {
  private static final Register[] REGISTERS = Register.values();

  private final Consumer<String> lines;
  private final long[] known = new long[REGISTERS.length];
  private Frame frame;
  private String function = "";

  /** A printer that gives each line, without its end, to the consumer. */
  public TracePrinter(Consumer<String> lines) {
    this.lines = lines;
  }

  @Override
  public void before(String name, int index, Instruction instruction, Frame current) {
    if (!name.equals(function) || current != frame) {
      lines.accept(name + ":");
      function = name;
      frame = current;
      Arrays.fill(known, 0);
    }
    String text = InstructionPrinter.print(instruction);
    String changed = changes();
    lines.accept(
        changed.isEmpty()
            ? String.format(Locale.ROOT, "%4d: %s", index, text)
            : String.format(Locale.ROOT, "%4d: %-48s ;%s", index, text, changed));
  }

  private String changes() {
    StringBuilder changes = new StringBuilder();
    for (Register register : REGISTERS) {
      long value = frame.peek(register);
      if (frame.isReadable(register) && value != known[register.number()]) {
        known[register.number()] = value;
        changes.append(" r%d=0x%x".formatted(register.number(), value));
      }
    }
    return changes.toString();
  }
}
