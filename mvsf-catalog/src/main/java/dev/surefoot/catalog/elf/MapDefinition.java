// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.catalog.elf;

import dev.surefoot.catalog.layout.RecordLayout;
import java.util.Optional;

/**
 * A map as the object declares it in its {@code .maps} section.
 *
 * @param name a C identifier of at most 15 characters ({@code BPF_OBJ_NAME_LEN} less the zero byte)
 * @param keyBytes size of a key; 0 for a ring buffer
 * @param valueBytes size of a value; 0 for a ring buffer
 * @param maxEntries number of entries; for a ring buffer its size in bytes
 * @param flags {@code BPF_F_*} of map creation
 * @param key the key's fields, for tools that print the map; an integer or bytes where empty
 * @param value the value's fields, likewise
 */
public record MapDefinition(
    String name,
    MapType type,
    int keyBytes,
    int valueBytes,
    int maxEntries,
    int flags,
    Optional<RecordLayout> key,
    Optional<RecordLayout> value) {
  /** {@code BPF_F_NO_PREALLOC}. */
  public static final int NO_PREALLOC = 1;

  /** {@code BPF_F_MMAPABLE}: an array that user space maps. */
  public static final int MMAPABLE = 1 << 10;

  /** A map whose key and value are plain. */
  public static MapDefinition of(
      String name, MapType type, int keyBytes, int valueBytes, int maxEntries, int flags) {
    return new MapDefinition(
        name, type, keyBytes, valueBytes, maxEntries, flags, Optional.empty(), Optional.empty());
  }
}
