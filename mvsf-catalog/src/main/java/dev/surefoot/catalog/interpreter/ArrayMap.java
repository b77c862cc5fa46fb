// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.catalog.interpreter;

import dev.surefoot.catalog.elf.MapDefinition;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.stream.IntStream;

/**
 * An array, or one for each CPU; all entries are there from the start, zero. As a mapped array's,
 * their memory is direct, so that ordered accesses to it are allowed.
 */
public final class ArrayMap implements MachineMap {
  private final MapDefinition definition;
  private final int stride;
  private final List<Region> areas;

  ArrayMap(MapDefinition definition, Memory memory, int copies) {
    this.definition = definition;
    this.stride = Math.ceilDiv(definition.valueBytes(), Long.BYTES) * Long.BYTES;
    int bytes = Math.multiplyExact(stride, definition.maxEntries());
    this.areas =
        IntStream.range(0, copies)
            .mapToObj(
                _ ->
                    memory.allocate(
                        "map " + definition.name(), ByteBuffer.allocateDirect(bytes), true))
            .toList();
  }

  @Override
  public MapDefinition definition() {
    return definition;
  }

  /** The live bytes of all entries, little endian, each entry padded to 8 bytes. */
  public ByteBuffer area() {
    return area(0);
  }

  /** The live bytes of a CPU's entries; of a plain array, of all entries. */
  public ByteBuffer area(int cpu) {
    return areaOf(cpu).bytes().duplicate().order(ByteOrder.LITTLE_ENDIAN);
  }

  /** The address of the first entry; directly addressed values are counted from here. */
  long base() {
    return areas.getFirst().base();
  }

  @Override
  public long lookup(byte[] key, int cpu) {
    long index = index(key);
    return index >= definition.maxEntries() ? 0 : areaOf(cpu).base() + index * stride;
  }

  @Override
  public long update(byte[] key, byte[] value, long flags, int cpu) {
    long index = index(key);
    if (index >= definition.maxEntries()) {
      return -Errno.E2BIG;
    }
    if (flags == NO_EXIST) {
      return -Errno.EEXIST;
    }
    areaOf(cpu).bytes().put((int) index * stride, value);
    return 0;
  }

  @Override
  public long delete(byte[] key) {
    return -Errno.EINVAL;
  }

  private Region areaOf(int cpu) {
    return areas.size() == 1 ? areas.getFirst() : areas.get(cpu);
  }

  private static long index(byte[] key) {
    return Integer.toUnsignedLong(ByteBuffer.wrap(key).order(ByteOrder.LITTLE_ENDIAN).getInt());
  }
}
