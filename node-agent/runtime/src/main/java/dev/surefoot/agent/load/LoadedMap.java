// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.agent.load;

import dev.surefoot.agent.libbpf.BpfException;
import dev.surefoot.agent.libbpf.LibBpf;
import dev.surefoot.agent.libbpf.NativeBuffer;
import dev.surefoot.agent.memory.MappedRegion;
import dev.surefoot.agent.memory.MappedRing;

/**
 * A map in the kernel; it lives as long as its object. Values of per-CPU maps hold one value for
 * each possible CPU, each rounded up to 8 bytes.
 *
 * @param type the value of {@code enum bpf_map_type}
 * @param maxEntries number of entries; of a ring buffer its size in bytes
 * @param fd of the kernel's map, which may hold the values of several maps of the object
 * @param offset where this map's value begins in the memory of the kernel's map
 */
public record LoadedMap(
    String name, int type, int keyBytes, int valueBytes, int maxEntries, int fd, int offset) {
  private static final int ENOENT = 2;

  /** Maps a {@code BPF_F_MMAPABLE} array; elements lie at multiples of 8 bytes. */
  public MappedRegion mapMemory() {
    int stride = Math.ceilDiv(valueBytes, 8) * 8;
    return MappedRegion.ofMap(fd, offset, Math.multiplyExact(stride, maxEntries));
  }

  /** Maps a ring buffer. */
  public MappedRing mapRing() {
    return MappedRing.of(fd, maxEntries);
  }

  /** Copies the key's value; false where there is none. */
  public boolean lookup(NativeBuffer key, NativeBuffer value) {
    return present("lookup", LibBpf.bpf_map_lookup_elem(fd, key.address(), value.address()));
  }

  /** Sets the key's value. */
  public void update(NativeBuffer key, NativeBuffer value) {
    int _ =
        BpfException.check(
            "update of map " + name,
            LibBpf.bpf_map_update_elem(fd, key.address(), value.address(), 0));
  }

  /** Removes the key; false where it was not there. */
  public boolean delete(NativeBuffer key) {
    return present("delete", LibBpf.bpf_map_delete_elem(fd, key.address()));
  }

  private boolean present(String operation, int result) {
    if (result == -ENOENT) {
      return false;
    }
    int _ = BpfException.check(operation + " in map " + name, result);
    return true;
  }
}
