// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.agent.load;

import dev.surefoot.agent.libbpf.BpfException;
import dev.surefoot.agent.libbpf.LibBpf;
import dev.surefoot.agent.libbpf.NativeBuffer;
import java.nio.ByteBuffer;

/**
 * Reads a hash map many entries at a time ({@code BPF_MAP_LOOKUP_BATCH}, 5.6). Programs may write
 * meanwhile: an entry that is there from beginning to end is read once, others once or not at all.
 */
public final class HashReader {
  private static final int ENOENT = 2;
  private static final int ENOSPC = 28;
  private static final int FIRST_CAPACITY = 1024;

  private final LoadedMap map;
  private final int valueStride;
  private final NativeBuffer position = NativeBuffer.allocate(Integer.BYTES);
  private final NativeBuffer count = NativeBuffer.allocate(Integer.BYTES);
  private int capacity;
  private NativeBuffer keys;
  private NativeBuffer values;

  /** Takes the entries; both buffers are reused after it. */
  @FunctionalInterface
  public interface EntryHandler {
    /** One entry: its key and its value begin at these offsets. */
    void entry(ByteBuffer keys, int keyOffset, ByteBuffer values, int valueOffset);
  }

  private enum Mode {
    READ,
    DRAIN
  }

  /**
   * A reader of one map.
   *
   * @param valuesPerEntry the number of possible CPUs for a per-CPU map, else 1; each value is
   *     rounded up to 8 bytes where there are several
   */
  public HashReader(LoadedMap map, int valuesPerEntry) {
    this.map = map;
    this.valueStride =
        valuesPerEntry == 1
            ? map.valueBytes()
            : Math.ceilDiv(map.valueBytes(), 8) * 8 * valuesPerEntry;
    allocate(Math.min(FIRST_CAPACITY, map.maxEntries()));
  }

  /** Hands over every entry and leaves it in the map; the number of entries. */
  public int read(EntryHandler handler) {
    return forEach(handler, Mode.READ);
  }

  /** Hands over every entry and takes it out of the map; the number of entries. */
  public int drain(EntryHandler handler) {
    return forEach(handler, Mode.DRAIN);
  }

  private int forEach(EntryHandler handler, Mode mode) {
    int total = 0;
    long from = 0;
    while (true) {
      count.bytes().putInt(0, capacity);
      int result = batch(from, mode);
      if (result == -ENOSPC && capacity < map.maxEntries()) {
        // One bucket of the hash holds more than a batch.
        allocate(Math.min(2 * capacity, map.maxEntries()));
        continue;
      }
      if (result < 0 && result != -ENOENT) {
        int _ = BpfException.check("batch of map " + map.name(), result);
      }
      int entries = count.bytes().getInt(0);
      for (int i = 0; i < entries; i++) {
        handler.entry(keys.bytes(), i * map.keyBytes(), values.bytes(), i * valueStride);
      }
      total += entries;
      if (result == -ENOENT) {
        return total;
      }
      from = position.address();
    }
  }

  private int batch(long from, Mode mode) {
    return switch (mode) {
      case READ ->
          LibBpf.bpf_map_lookup_batch(
              map.fd(),
              from,
              position.address(),
              keys.address(),
              values.address(),
              count.address(),
              0);
      case DRAIN ->
          LibBpf.bpf_map_lookup_and_delete_batch(
              map.fd(),
              from,
              position.address(),
              keys.address(),
              values.address(),
              count.address(),
              0);
    };
  }

  private void allocate(int entries) {
    capacity = entries;
    keys = NativeBuffer.allocate(Math.multiplyExact(entries, map.keyBytes()));
    values = NativeBuffer.allocate(Math.multiplyExact(entries, valueStride));
  }
}
