// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.catalog.profile;

/** An operation whose cost the catalog test measures on each kernel. */
public enum Operation {
  /** Entering and leaving a program at a tracepoint that does nothing else. */
  PROGRAM_ENTRY(12),
  CLOCK(18),
  CURRENT_PID_TGID(2),
  CURRENT_UID_GID(2),
  CURRENT_COMM(5),
  CURRENT_CGROUP_ID(3),
  CURRENT_CPU(2),
  /** {@code bpf_probe_read_kernel} of 8 bytes. */
  PROBE_READ(12),
  /** A load through a typed pointer. */
  TYPED_LOAD(1),
  HASH_LOOKUP(12),
  HASH_UPDATE(45),
  HASH_DELETE(35),
  PERCPU_HASH_LOOKUP(12),
  PERCPU_HASH_UPDATE(45),
  ARRAY_LOOKUP(2),
  TASK_STORAGE_GET(12),
  TASK_STORAGE_DELETE(40),
  RINGBUF_RESERVE_SUBMIT(35),
  /** {@code bpf_ringbuf_output}, per KiB beyond the fixed part, which is RINGBUF_RESERVE_SUBMIT. */
  RINGBUF_OUTPUT_KIB(40),
  /** One instruction of arithmetic, or one load or store of cached memory. */
  INSTRUCTION(0.4),
  /** User-space work for one shipped event: decode, match, aggregate. */
  USER_EVENT(60);

  private final double typicalNanos;

  Operation(double typicalNanos) {
    this.typicalNanos = typicalNanos;
  }

  /** What the operation costs on an ordinary server, in ns; used where it was not measured. */
  public double typicalNanos() {
    return typicalNanos;
  }
}
