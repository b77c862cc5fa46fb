// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.catalog.elf;

/** Kinds of map that programs use, numbered as {@code enum bpf_map_type}. */
public enum MapType {
  HASH(1),
  ARRAY(2),
  PROG_ARRAY(3),
  PERF_EVENT_ARRAY(4),
  PERCPU_HASH(5),
  PERCPU_ARRAY(6),
  LRU_HASH(9),
  LRU_PERCPU_HASH(10),
  LPM_TRIE(11),
  RINGBUF(27),
  TASK_STORAGE(29),
  ARENA(33);

  private final int code;

  MapType(int code) {
    this.code = code;
  }

  /** The value of {@code enum bpf_map_type}. */
  public int code() {
    return code;
  }
}
