// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.catalog.elf;

/**
 * Where a loaded object has a map of its definition.
 *
 * @param mapName what {@code bpf_object__find_map_by_name} finds: the map itself, or {@link
 *     #AREA_MAP}
 * @param offset where the map's value begins in the value of that map, in bytes; a multiple of
 *     {@link #AREA_ALIGNMENT}
 * @param bytes length of the value
 */
public record MapPlace(String mapName, int offset, int bytes) {
  /**
   * The map that holds the values of all addressed maps: one mapped array of one element. Kernel
   * 5.10 refuses more than 4 MiB ({@code KMALLOC_MAX_SIZE}), 6.1 takes 256 MiB.
   */
  public static final String AREA_MAP = ".bss";

  /** Values begin at a page, so that each can be mapped alone. */
  public static final int AREA_ALIGNMENT = 4096;

  /** Whether the value lies in {@link #AREA_MAP}, which user space maps. */
  public boolean isInArea() {
    return mapName.equals(AREA_MAP);
  }
}
