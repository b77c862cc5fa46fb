// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.agent.memory;

import java.nio.ByteBuffer;

/** Takes the records of a ring buffer. */
@FunctionalInterface
public interface RecordHandler {
  /**
   * One record, in place: {@code length} bytes from {@code offset} on. The bytes are the producers'
   * again as soon as the poll has ended, so whatever is to stay has to be copied.
   */
  void record(ByteBuffer data, int offset, int length);
}
