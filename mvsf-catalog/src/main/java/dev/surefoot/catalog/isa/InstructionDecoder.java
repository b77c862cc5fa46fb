// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.catalog.isa;

import dev.surefoot.catalog.isa.Instruction.LoadImmediate64;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/**
 * Bytes of a little-endian program to instructions. As strict as the kernel: fields that an
 * instruction does not use must be zero.
 */
public final class InstructionDecoder {
  private InstructionDecoder() {}

  /**
   * The instructions in these bytes.
   *
   * @throws InvalidInstructionException at the first slot that is none
   */
  public static List<Instruction> decode(byte[] bytes) {
    if (bytes.length % Slot.BYTES != 0) {
      throw new InvalidInstructionException(
          bytes.length / Slot.BYTES, "only " + bytes.length % Slot.BYTES + " of 8 bytes");
    }
    ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    List<Instruction> instructions = new ArrayList<>();
    while (in.hasRemaining()) {
      int index = in.position() / Slot.BYTES;
      Slot slot = Slot.readFrom(in);
      instructions.add(
          slot.opcode() == Opcode.LOAD_IMMEDIATE_64
              ? loadImmediate64(index, slot, in)
              : new SlotDecoder(index, slot).decode());
    }
    return instructions;
  }

  private static Instruction loadImmediate64(int index, Slot slot, ByteBuffer in) {
    if (!in.hasRemaining()) {
      throw new InvalidInstructionException(index, "64-bit immediate without its second slot");
    }
    Slot second = Slot.readFrom(in);
    if (slot.offset() != 0
        || second.opcode() != 0
        || second.dst() != 0
        || second.src() != 0
        || second.offset() != 0) {
      throw new InvalidInstructionException(index, "64-bit immediate with reserved fields set");
    }
    Immediate64 source =
        new EncodedImmediate64(slot.src(), slot.immediate(), second.immediate())
            .decoded()
            .orElseThrow(
                () ->
                    new InvalidInstructionException(
                        index, "64-bit immediate of unknown source " + slot.src()));
    return new LoadImmediate64(new SlotDecoder(index, slot).writableDst(), source);
  }
}
