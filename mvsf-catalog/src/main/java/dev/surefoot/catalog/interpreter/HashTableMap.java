// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.catalog.interpreter;

import dev.surefoot.catalog.elf.MapDefinition;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A hash, with one value or one for each CPU. The LRU kinds make room by dropping the entry that
 * was not touched for longest (the kernel's choice is only near to that).
 */
public final class HashTableMap implements MachineMap {
  private final MapDefinition definition;
  private final Memory memory;
  private final int copies;
  private final boolean leastRecentlyUsed;
  private final Map<ByteBuffer, List<Region>> entries;

  HashTableMap(MapDefinition definition, Memory memory, int copies, boolean leastRecentlyUsed) {
    this.definition = definition;
    this.memory = memory;
    this.copies = copies;
    this.leastRecentlyUsed = leastRecentlyUsed;
    this.entries = new LinkedHashMap<>(16, 0.75f, leastRecentlyUsed);
  }

  @Override
  public MapDefinition definition() {
    return definition;
  }

  /** All keys. */
  public List<byte[]> keys() {
    return entries.keySet().stream().map(HashTableMap::bytes).toList();
  }

  /** The live value of a key, little endian, where it is there. */
  public Optional<ByteBuffer> find(byte[] key) {
    return find(key, 0);
  }

  /** The live value of a key on a CPU, little endian, where it is there. */
  public Optional<ByteBuffer> find(byte[] key, int cpu) {
    return Optional.ofNullable(entries.get(ByteBuffer.wrap(key)))
        .map(values -> valueOf(values, cpu).bytes().duplicate().order(ByteOrder.LITTLE_ENDIAN));
  }

  @Override
  public long lookup(byte[] key, int cpu) {
    List<Region> values = entries.get(ByteBuffer.wrap(key));
    return values == null ? 0 : valueOf(values, cpu).base();
  }

  @Override
  public long update(byte[] key, byte[] value, long flags, int cpu) {
    ByteBuffer entry = ByteBuffer.wrap(key.clone());
    List<Region> values = entries.get(entry);
    if (flags == NO_EXIST && values != null) {
      return -Errno.EEXIST;
    }
    if (flags == EXIST && values == null) {
      return -Errno.ENOENT;
    }
    if (values == null) {
      if (entries.size() >= definition.maxEntries() && !makeRoom()) {
        return -Errno.E2BIG;
      }
      values =
          IntStream.range(0, copies)
              .mapToObj(_ -> memory.allocate("value in " + definition.name(), valueBytes(), true))
              .toList();
      entries.put(entry, values);
    }
    valueOf(values, cpu).bytes().put(0, value);
    return 0;
  }

  @Override
  public long delete(byte[] key) {
    List<Region> values = entries.remove(ByteBuffer.wrap(key));
    if (values == null) {
      return -Errno.ENOENT;
    }
    values.forEach(memory::retire);
    return 0;
  }

  private boolean makeRoom() {
    if (!leastRecentlyUsed) {
      return false;
    }
    Iterator<List<Region>> eldest = entries.values().iterator();
    eldest.next().forEach(memory::retire);
    eldest.remove();
    return true;
  }

  private byte[] valueBytes() {
    return new byte[definition.valueBytes()];
  }

  private static byte[] bytes(ByteBuffer key) {
    byte[] bytes = new byte[key.remaining()];
    key.duplicate().get(bytes);
    return bytes;
  }

  private static Region valueOf(List<Region> values, int cpu) {
    return values.size() == 1 ? values.getFirst() : values.get(cpu);
  }
}
