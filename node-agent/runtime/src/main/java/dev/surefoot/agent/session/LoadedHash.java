// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.agent.session;

import dev.surefoot.agent.exec.PartialHash;
import dev.surefoot.agent.libbpf.BpfException;
import dev.surefoot.agent.libbpf.LibBpf;
import dev.surefoot.agent.libbpf.NativeBuffer;
import dev.surefoot.agent.load.LoadedMap;
import java.nio.ByteBuffer;

/** A per-CPU hash in the kernel, read in batches (BPF_MAP_LOOKUP_BATCH, kernel 5.6). */
final class LoadedHash implements PartialHash {
  private static final int ENOENT = 2;
  private static final int ENOSPC = 28;
  private static final int BATCH = 1024;

  /** The kernel's place in the hash between two batches: the number of a bucket. */
  private static final int CURSOR_BYTES = 8;

  private final LoadedMap map;
  private final int valuesBytes;
  private final NativeBuffer from = NativeBuffer.allocate(CURSOR_BYTES);
  private final NativeBuffer to = NativeBuffer.allocate(CURSOR_BYTES);
  private final NativeBuffer count = NativeBuffer.allocate(Integer.BYTES);
  private final NativeBuffer oneKey;
  private NativeBuffer keys;
  private NativeBuffer values;
  private int capacity;

  LoadedHash(LoadedMap map, int possibleCpus) {
    this.map = map;
    this.valuesBytes = Math.ceilDiv(map.valueBytes(), 8) * 8 * possibleCpus;
    this.oneKey = NativeBuffer.allocate(map.keyBytes());
    reserve(BATCH);
  }

  private void reserve(int entries) {
    capacity = entries;
    keys = NativeBuffer.allocate(Math.multiplyExact(entries, map.keyBytes()));
    values = NativeBuffer.allocate(Math.multiplyExact(entries, valuesBytes));
  }

  @Override
  public void read(EntryReader reader) {
    boolean first = true;
    while (true) {
      count.bytes().putInt(0, capacity);
      int result =
          LibBpf.bpf_map_lookup_batch(
              map.fd(),
              first ? 0 : from.address(),
              to.address(),
              keys.address(),
              values.address(),
              count.address(),
              0);
      if (result == -ENOSPC) {
        // A bucket holds more than the buffers; its entries come with the next try.
        reserve(2 * capacity);
        continue;
      }
      if (result != -ENOENT) {
        int _ = BpfException.check("batch lookup in map " + map.name(), result);
      }
      hand(count.bytes().getInt(0), reader);
      if (result == -ENOENT) {
        return;
      }
      from.bytes().putLong(0, to.bytes().getLong(0));
      first = false;
    }
  }

  private void hand(int entries, EntryReader reader) {
    for (int i = 0; i < entries; i++) {
      reader.entry(keys.bytes(), i * map.keyBytes(), values.bytes(), i * valuesBytes);
    }
  }

  @Override
  public void delete(ByteBuffer key, int keyOffset) {
    oneKey.bytes().put(0, key, keyOffset, map.keyBytes());
    boolean _ = map.delete(oneKey);
  }
}
