// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.agent.sink;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.util.Arrays;
import java.util.Optional;

/**
 * Bytes on their way to a channel, row by row. They are kept until there are many or {@link #flush}
 * is called. Knows exactly how many rows the channel took whole, also when it took only some of the
 * bytes.
 */
final class RowWriter {
  private static final int FLUSH_BYTES = 1 << 16;

  private final WritableByteChannel target;
  private final String targetName;
  private byte[] bytes = new byte[2 * FLUSH_BYTES];
  private int end;
  // Where each row in the buffer ends.
  private int[] rowEnds = new int[1024];
  private int rows;
  private long rowsTaken;
  private Optional<SinkProblem> problem = Optional.empty();

  /**
   * A writer.
   *
   * @param targetName how messages call the target, for example a file's path
   */
  RowWriter(WritableByteChannel target, String targetName) {
    this.target = target;
    this.targetName = targetName;
  }

  /** Makes room for so many bytes, which may then be put without a check. */
  void reserve(int count) {
    if (count > bytes.length - end) {
      bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, Math.addExact(end, count)));
    }
  }

  /** Puts a byte into room that was reserved. */
  void put(int value) {
    bytes[end++] = (byte) value;
  }

  /** Puts bytes into room that was reserved. */
  void put(byte[] source, int offset, int count) {
    System.arraycopy(source, offset, bytes, end, count);
    end += count;
  }

  /** Puts a number in decimal into room that was reserved: at most {@link Digits#MAX}. */
  void putNumber(long value) {
    end = Digits.put(value, bytes, end);
  }

  /** Appends bytes. */
  void append(byte[] source) {
    reserve(source.length);
    put(source, 0, source.length);
  }

  /** Appends a byte so many times. */
  void append(int value, int count) {
    reserve(count);
    Arrays.fill(bytes, end, end + count, (byte) value);
    end += count;
  }

  /** What was put since the end of the last row is a row. */
  void endRow() {
    if (rows == rowEnds.length) {
      rowEnds = Arrays.copyOf(rowEnds, 2 * rows);
    }
    rowEnds[rows++] = end;
  }

  /** A copy of what has been put since the last flush. */
  byte[] copy() {
    return Arrays.copyOf(bytes, end);
  }

  /** Whether no more bytes are taken. */
  boolean failed() {
    return problem.isPresent();
  }

  /** Why no more bytes are taken, where that is so. */
  Optional<SinkProblem> problem() {
    return problem;
  }

  /** Rows that the channel took whole. */
  long rowsTaken() {
    return rowsTaken;
  }

  /** Writes where there is much to write. */
  Optional<SinkProblem> flushIfFull() {
    return end >= FLUSH_BYTES ? flush() : problem;
  }

  /** Writes everything. */
  Optional<SinkProblem> flush() {
    if (problem.isEmpty() && end > 0) {
      write();
    }
    end = 0;
    rows = 0;
    return problem;
  }

  private void write() {
    ByteBuffer buffer = ByteBuffer.wrap(bytes, 0, end);
    try {
      while (buffer.hasRemaining()) {
        int _ = target.write(buffer);
      }
    } catch (IOException e) {
      problem = Optional.of(IoProblems.of(e, targetName));
    }
    int written = buffer.position();
    int whole = rows;
    while (whole > 0 && rowEnds[whole - 1] > written) {
      whole--;
    }
    rowsTaken += whole;
  }
}
