// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.catalog.profile;

/** A kernel feature that a program form can rest on; found by a real load. */
public enum Feature {
  /** {@code BPF_MAP_TYPE_RINGBUF}. */
  RING_BUFFER,
  /** Arrays that user space maps ({@code BPF_F_MMAPABLE}). */
  MAPPED_ARRAY,
  /** Task storage in tracing programs. */
  TASK_STORAGE,
  /** Atomics that return the old value. */
  FETCHING_ATOMICS,
  /** Signed division, sign-extending moves and loads (ISA version 4). */
  ISA_V4,
  /** Raw tracepoint programs with BTF types ({@code tp_btf}). */
  TYPED_TRACEPOINTS
}
