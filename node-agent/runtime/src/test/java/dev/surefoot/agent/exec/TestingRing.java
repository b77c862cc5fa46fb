// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.agent.exec;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;

/** A ring buffer whose positions count records. */
public final class TestingRing implements RecordRing {
  private final Deque<Reserved> records = new ArrayDeque<>();
  private long produced;
  private long consumed;

  /** A record that a program is still writing. */
  public static final class Reserved {
    private final ByteBuffer record;
    private boolean submitted;

    private Reserved(ByteBuffer record) {
      this.record = record;
    }
  }

  /** Reserves a record, which holds back all that follow. */
  public synchronized Reserved reserve(ByteBuffer record) {
    Reserved reserved = new Reserved(record);
    records.add(reserved);
    produced++;
    return reserved;
  }

  /** The record is complete. */
  public synchronized void submit(Reserved reserved) {
    reserved.submitted = true;
  }

  /** Adds a complete record. */
  public synchronized void add(ByteBuffer record) {
    submit(reserve(record));
  }

  /** Records that nobody has taken. */
  public synchronized int size() {
    return records.size();
  }

  @Override
  public synchronized long produced() {
    return produced;
  }

  @Override
  public boolean drain(long until, RecordReader reader) {
    while (true) {
      Reserved next = next(until);
      if (next == null) {
        return consumed >= until;
      }
      reader.record(next.record, 0, next.record.capacity());
    }
  }

  private synchronized Reserved next(long until) {
    if (consumed >= until || !records.getFirst().submitted) {
      return null;
    }
    consumed++;
    return records.removeFirst();
  }
}
