// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.catalog.btf;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Finds named types: an open-addressed table of ids, hashed by name. Names are compared in place,
 * so that a kernel's 150,000 types make no objects.
 */
final class BtfNameIndex {
  private final BtfBytes bytes;
  private final int[] positions;
  private final int[] table;

  BtfNameIndex(BtfBytes bytes, int[] positions, int typeCount) {
    this.bytes = bytes;
    this.positions = positions;
    table = new int[Integer.highestOneBit(Math.max(typeCount, 8)) << 2];
    for (int id = 1; id <= typeCount; id++) {
      int name = bytes.u32(positions[id]);
      if (name != 0) {
        insert(id, bytes.stringHash(positions[id], name));
      }
    }
  }

  /** The ids of all types of this name, ascending. */
  int[] find(String name) {
    byte[] sought = name.getBytes(StandardCharsets.UTF_8);
    int[] found = new int[4];
    int count = 0;
    int slot = slot(BtfBytes.hash(sought));
    for (; table[slot] != 0; slot = next(slot)) {
      if (bytes.stringEquals(positions[table[slot]], sought)) {
        if (count == found.length) {
          found = Arrays.copyOf(found, count * 2);
        }
        found[count++] = table[slot];
      }
    }
    return Arrays.copyOf(found, count);
  }

  private void insert(int id, int hash) {
    int slot = slot(hash);
    while (table[slot] != 0) {
      slot = next(slot);
    }
    table[slot] = id;
  }

  private int slot(int hash) {
    return ((hash * 0x9e3779b9) >>> 8) & (table.length - 1);
  }

  private int next(int slot) {
    return (slot + 1) & (table.length - 1);
  }
}
