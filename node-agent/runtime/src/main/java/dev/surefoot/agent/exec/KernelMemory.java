// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.agent.exec;

import java.nio.ByteBuffer;

/** The memory that the query's programs and this process share. */
public interface KernelMemory {
  /** Number of possible CPUs: areas for each CPU have so many parts. */
  int cpus();

  /** The value of a mapped one-element array; little-endian, direct, 8-byte aligned. */
  ByteBuffer area(String map);

  /** A per-CPU hash. */
  PartialHash hash(String map);

  /** The ring buffer. */
  RecordRing ring();
}
