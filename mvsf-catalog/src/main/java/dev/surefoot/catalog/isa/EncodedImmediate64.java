// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.catalog.isa;

import dev.surefoot.catalog.isa.Immediate64.Code;
import dev.surefoot.catalog.isa.Immediate64.MapByFd;
import dev.surefoot.catalog.isa.Immediate64.MapByIndex;
import dev.surefoot.catalog.isa.Immediate64.MapValueByFd;
import dev.surefoot.catalog.isa.Immediate64.MapValueByIndex;
import dev.surefoot.catalog.isa.Immediate64.Value;
import dev.surefoot.catalog.isa.Immediate64.VariableByBtfId;
import java.util.Optional;

/** Source register field and the two immediates of a 64-bit immediate load. */
record EncodedImmediate64(int source, int low, int high) {
  static EncodedImmediate64 of(Immediate64 immediate) {
    return switch (immediate) {
      case Value(long value) -> new EncodedImmediate64(0, (int) value, (int) (value >>> 32));
      case MapByFd(int fd) -> new EncodedImmediate64(1, fd, 0);
      case MapValueByFd(int fd, int offset) -> new EncodedImmediate64(2, fd, offset);
      case VariableByBtfId(int id, int objectFd) -> new EncodedImmediate64(3, id, objectFd);
      case Code(int slotOffset) -> new EncodedImmediate64(4, slotOffset, 0);
      case MapByIndex(int index) -> new EncodedImmediate64(5, index, 0);
      case MapValueByIndex(int index, int offset) -> new EncodedImmediate64(6, index, offset);
    };
  }

  /** What the fields mean; empty where the source is unknown or a field that must be 0 is not. */
  Optional<Immediate64> decoded() {
    boolean highMustBeZero = source == 1 || source == 4 || source == 5;
    if (highMustBeZero && high != 0) {
      return Optional.empty();
    }
    return switch (source) {
      case 0 -> Optional.of(new Value((long) high << 32 | Integer.toUnsignedLong(low)));
      case 1 -> Optional.of(new MapByFd(low));
      case 2 -> Optional.of(new MapValueByFd(low, high));
      case 3 -> Optional.of(new VariableByBtfId(low, high));
      case 4 -> Optional.of(new Code(low));
      case 5 -> Optional.of(new MapByIndex(low));
      case 6 -> Optional.of(new MapValueByIndex(low, high));
      default -> Optional.empty();
    };
  }
}
