// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.catalog.interpreter;

import dev.surefoot.catalog.isa.Instruction.LegacyPacketLoad;
import java.util.Optional;
import java.util.OptionalLong;

/** Legacy packet loads: from network byte order (RFC 9669, section 5.5). */
final class PacketAccess {
  private PacketAccess() {}

  /** The value; empty where it lies beyond the packet's end. */
  static OptionalLong load(Optional<byte[]> packet, Frame frame, LegacyPacketLoad load) {
    byte[] bytes = packet.orElseThrow(() -> new Fault("there is no packet"));
    long start = load.offset();
    if (load.index() != null) {
      start += (int) frame.get(load.index());
    }
    if (start < 0 || start + load.size().bytes() > bytes.length) {
      return OptionalLong.empty();
    }
    long value = 0;
    for (int i = 0; i < load.size().bytes(); i++) {
      value = value << Byte.SIZE | Byte.toUnsignedLong(bytes[(int) start + i]);
    }
    return OptionalLong.of(value);
  }
}
