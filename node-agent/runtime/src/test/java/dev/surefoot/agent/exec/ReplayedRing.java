// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.agent.exec;

import dev.surefoot.catalog.layout.RecordLayout;
import java.nio.ByteBuffer;

/** The same records again and again, in memory as a ring buffer has them. */
final class ReplayedRing implements RecordRing {
  private static final int HEADER_BYTES = 8;

  private final ByteBuffer data;
  private final int stride;
  private final int records;
  private long wanted;
  private long given;

  /** A ring of zeroed records. */
  ReplayedRing(RecordLayout layout, int headerBytes, int records) {
    this.records = records;
    stride = HEADER_BYTES + headerBytes + layout.bytes();
    data = TestingKernelMemory.bytes(Math.multiplyExact(records, stride));
  }

  int offset(int index) {
    return index * stride + HEADER_BYTES;
  }

  ByteBuffer data() {
    return data;
  }

  /** All records come once more. */
  void replay() {
    wanted += records;
  }

  @Override
  public long produced() {
    return wanted;
  }

  @Override
  public boolean drain(long until, RecordReader reader) {
    for (; given < until; given++) {
      reader.record(data, offset((int) (given % records)), stride - HEADER_BYTES);
    }
    return true;
  }
}
