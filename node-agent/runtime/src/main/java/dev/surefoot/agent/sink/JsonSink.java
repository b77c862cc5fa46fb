// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.agent.sink;

import dev.surefoot.catalog.bundle.UserPlan.OutputColumn;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * One JSON object (RFC 8259) and a line feed for each row; its keys are the columns' names. NULL is
 * {@code null}, and so are NaN and the infinities, which JSON has not. Bytes that are not UTF-8
 * become U+FFFD.
 */
public final class JsonSink implements RowSink {
  private static final byte[] TRUE = "true".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] FALSE = "false".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] NULL = "null".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] REPLACEMENT = "\ufffd".getBytes(StandardCharsets.UTF_8);
  // A byte of text takes at most six: \u001f.
  private static final int MAX_ESCAPE = 6;

  private final RowWriter writer;
  private byte[][] keys = {};

  /**
   * A sink that leaves the channel open.
   *
   * @param targetName how messages call the channel
   */
  public JsonSink(WritableByteChannel target, String targetName) {
    writer = new RowWriter(target, targetName);
  }

  @Override
  public Optional<SinkProblem> open(List<OutputColumn> columns) {
    keys = new byte[columns.size()][];
    for (int i = 0; i < keys.length; i++) {
      keys[i] = key(columns.get(i).name(), i == 0);
    }
    return writer.problem();
  }

  /** What stands before a value, from the brace or comma to the colon. */
  private static byte[] key(String name, boolean first) {
    byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
    RowWriter scratch = new RowWriter(null, "");
    scratch.reserve(MAX_ESCAPE * bytes.length + 4);
    scratch.put(first ? '{' : ',');
    putText(scratch, bytes, 0, bytes.length);
    scratch.put(':');
    return scratch.copy();
  }

  @Override
  public Optional<SinkProblem> rows(RowBatch batch) {
    for (int row = 0; row < batch.size() && !writer.failed(); row++) {
      for (int column = 0; column < keys.length; column++) {
        writer.append(keys[column]);
        putValue(batch, column, row);
      }
      writer.reserve(2);
      writer.put('}');
      writer.put('\n');
      writer.endRow();
      Optional<SinkProblem> _ = writer.flushIfFull();
    }
    return writer.problem();
  }

  private void putValue(RowBatch batch, int column, int row) {
    if (batch.isNull(column, row)) {
      writer.append(NULL);
      return;
    }
    switch (batch.type(column)) {
      case INT64 -> {
        writer.reserve(Digits.MAX);
        writer.putNumber(batch.number(column, row));
      }
      case DOUBLE -> {
        long bits = batch.number(column, row);
        boolean finite = Double.isFinite(Double.longBitsToDouble(bits));
        writer.append(finite ? DoubleText.of(bits) : NULL);
      }
      case BOOLEAN -> writer.append(batch.number(column, row) == 0 ? FALSE : TRUE);
      case TEXT -> {
        int length = batch.textLength(column, row);
        writer.reserve(MAX_ESCAPE * length + 2);
        putText(writer, batch.textBytes(), batch.textOffset(column, row), length);
      }
    }
  }

  private static void putText(RowWriter out, byte[] bytes, int offset, int length) {
    out.put('"');
    int end = offset + length;
    for (int at = offset; at < end; ) {
      int sequence = Utf8.sequence(bytes, at, end);
      if (sequence == 0) {
        out.put(REPLACEMENT, 0, REPLACEMENT.length);
        at++;
      } else if (sequence > 1) {
        out.put(bytes, at, sequence);
        at += sequence;
      } else {
        putAscii(out, bytes[at++]);
      }
    }
    out.put('"');
  }

  private static void putAscii(RowWriter out, byte value) {
    switch (value) {
      case '"', '\\' -> {
        out.put('\\');
        out.put(value);
      }
      case '\n' -> {
        out.put('\\');
        out.put('n');
      }
      case '\t' -> {
        out.put('\\');
        out.put('t');
      }
      default -> {
        if (value < ' ' || value == 0x7f) {
          Utf8.putUnicodeEscape(out, value);
        } else {
          out.put(value);
        }
      }
    }
  }

  @Override
  public Optional<SinkProblem> windowBegins(OutputWindow window) {
    return writer.problem();
  }

  @Override
  public Optional<SinkProblem> windowEnds() {
    return writer.problem();
  }

  @Override
  public Optional<SinkProblem> flush() {
    return writer.flush();
  }

  @Override
  public Optional<SinkProblem> close() {
    return writer.flush();
  }

  @Override
  public long rowsTaken() {
    return writer.rowsTaken();
  }
}
