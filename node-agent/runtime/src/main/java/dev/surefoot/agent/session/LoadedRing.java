// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.agent.session;

import dev.surefoot.agent.exec.RecordReader;
import dev.surefoot.agent.exec.RecordRing;
import dev.surefoot.agent.memory.MappedRing;
import dev.surefoot.agent.memory.RecordHandler;
import java.nio.ByteBuffer;

/** A kernel ring buffer as the execution reads it. */
final class LoadedRing implements RecordRing, AutoCloseable {
  private final MappedRing ring;
  private final RecordHandler handler = this::record;
  private RecordReader reader = (_, _, _) -> {};

  LoadedRing(MappedRing ring) {
    this.ring = ring;
  }

  @Override
  public long produced() {
    return ring.consumer().produced();
  }

  @Override
  public boolean drain(long until, RecordReader records) {
    reader = records;
    return ring.consumer().drain(handler, until);
  }

  long pendingBytes() {
    return ring.consumer().pendingBytes();
  }

  private void record(ByteBuffer data, int offset, int length) {
    reader.record(data, offset, length);
  }

  @Override
  public void close() {
    ring.close();
  }
}
