// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.agent.exec;

import java.nio.ByteBuffer;

/** Takes the records of a ring buffer. */
@FunctionalInterface
public interface RecordReader {
  /**
   * A record of {@code length} bytes at {@code offset}; it may be gone after the call.
   *
   * @param data little-endian
   */
  void record(ByteBuffer data, int offset, int length);
}
