// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.agent.sink;

import dev.surefoot.catalog.bundle.UserPlan.OutputColumn;
import dev.surefoot.catalog.expression.ValueType;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * RFC 4180: a header row, then a line for each row. NULL is an empty field, an empty text is {@code
 * ""}. Control characters and bytes that are not UTF-8 come as {@code \xNN}, a backslash as {@code
 * \\}.
 */
public final class CsvSink implements RowSink {
  private static final byte[] TRUE = "true".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] FALSE = "false".getBytes(StandardCharsets.US_ASCII);

  private final RowWriter writer;

  /**
   * A sink that leaves the channel open.
   *
   * @param targetName how messages call the channel
   */
  public CsvSink(WritableByteChannel target, String targetName) {
    writer = new RowWriter(target, targetName);
  }

  @Override
  public Optional<SinkProblem> open(List<OutputColumn> columns) {
    for (int i = 0; i < columns.size(); i++) {
      writer.append(',', i == 0 ? 0 : 1);
      byte[] name = columns.get(i).name().getBytes(StandardCharsets.UTF_8);
      putText(name, 0, name.length);
    }
    endLine();
    return writer.flush();
  }

  private void endLine() {
    writer.reserve(2);
    writer.put('\r');
    writer.put('\n');
  }

  @Override
  public Optional<SinkProblem> rows(RowBatch batch) {
    for (int row = 0; row < batch.size() && !writer.failed(); row++) {
      for (int column = 0; column < batch.columns(); column++) {
        writer.append(',', column == 0 ? 0 : 1);
        if (!batch.isNull(column, row)) {
          putValue(batch, column, row);
        }
      }
      endLine();
      writer.endRow();
      Optional<SinkProblem> _ = writer.flushIfFull();
    }
    return writer.problem();
  }

  private void putValue(RowBatch batch, int column, int row) {
    ValueType type = batch.type(column);
    switch (type) {
      case INT64 -> {
        writer.reserve(Digits.MAX);
        writer.putNumber(batch.number(column, row));
      }
      case DOUBLE -> writer.append(DoubleText.of(batch.number(column, row)));
      case BOOLEAN -> writer.append(batch.number(column, row) == 0 ? FALSE : TRUE);
      case TEXT ->
          putText(batch.textBytes(), batch.textOffset(column, row), batch.textLength(column, row));
    }
  }

  private void putText(byte[] bytes, int offset, int length) {
    if (!needsCare(bytes, offset, length)) {
      writer.reserve(length);
      writer.put(bytes, offset, length);
      return;
    }
    // Each byte takes four at most, and there are two quotes.
    writer.reserve(4 * length + 2);
    writer.put('"');
    int end = offset + length;
    for (int at = offset; at < end; ) {
      int sequence = Utf8.sequence(bytes, at, end);
      if (bytes[at] == '"') {
        writer.put('"');
      }
      if (sequence == 0 || Utf8.isControl(bytes, at, sequence)) {
        int escaped = Math.max(1, sequence);
        for (int i = 0; i < escaped; i++) {
          Utf8.putEscape(writer, bytes[at + i]);
        }
        at += escaped;
      } else {
        if (bytes[at] == '\\') {
          writer.put('\\');
        }
        writer.put(bytes, at, sequence);
        at += sequence;
      }
    }
    writer.put('"');
  }

  /** Whether anything but plain characters occurs that need neither quotes nor escapes. */
  private static boolean needsCare(byte[] bytes, int offset, int length) {
    for (int i = offset; i < offset + length; i++) {
      byte value = bytes[i];
      if (value < ' ' || value == '"' || value == ',' || value == '\\' || value == 0x7f) {
        return true;
      }
    }
    return length == 0;
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
