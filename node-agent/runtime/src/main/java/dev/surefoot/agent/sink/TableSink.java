// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.agent.sink;

import dev.surefoot.catalog.bundle.UserPlan.OutputColumn;
import dev.surefoot.catalog.expression.ValueType;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A table for people, which grows downwards: for each window a line with its time, the header and
 * the rows; without windows one header at the top. Control characters come as {@code \xNN}.
 */
public final class TableSink implements RowSink {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss.SSS");
  private static final byte[] BOLD = ascii("\u001b[1m");
  private static final byte[] DIM = ascii("\u001b[2m");
  private static final byte[] PLAIN = ascii("\u001b[0m");

  private final RowWriter writer;
  private final TableStyle style;
  private final TableCell cell = new TableCell();
  private final List<String> headings = new ArrayList<>();
  private final List<ValueType> types = new ArrayList<>();
  private ColumnWidths widths = new ColumnWidths(List.of(), 0);
  private boolean headerShown;
  private boolean rowsInWindow;

  /**
   * A sink that leaves the channel open.
   *
   * @param targetName how messages call the channel
   */
  public TableSink(WritableByteChannel target, String targetName, TableStyle style) {
    writer = new RowWriter(target, targetName);
    this.style = style;
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  @Override
  public Optional<SinkProblem> open(List<OutputColumn> columns) {
    for (OutputColumn column : columns) {
      String unit = style.units().getOrDefault(column.name(), "");
      headings.add(unit.isEmpty() ? column.name() : column.name() + " (" + unit + ")");
      types.add(column.type());
    }
    widths = new ColumnWidths(types, style.width());
    for (int i = 0; i < headings.size(); i++) {
      cell.set(headings.get(i));
      widths.see(i, cell.width());
    }
    return writer.problem();
  }

  @Override
  public Optional<SinkProblem> windowBegins(OutputWindow window) {
    StringBuilder line = new StringBuilder("-- ");
    line.append(clock(window.startNanos())).append(" to ").append(clock(window.endNanos()));
    if (!window.complete()) {
      line.append(", incomplete");
    }
    line.append(" --");
    putLine(line.toString(), DIM);
    headerShown = false;
    rowsInWindow = false;
    return writer.problem();
  }

  private String clock(long monotonicNanos) {
    return TIME.format(
        Instant.EPOCH
            .plusNanos(monotonicNanos)
            .plusNanos(style.realtimeOffsetNanos())
            .atZone(style.zone()));
  }

  private void putLine(String text, byte[] colour) {
    colour(colour);
    cell.set(text);
    cell.put(writer, 0, false);
    colour(PLAIN);
    writer.append('\n', 1);
  }

  private void colour(byte[] sequence) {
    if (style.colour()) {
      writer.append(sequence);
    }
  }

  @Override
  public Optional<SinkProblem> rows(RowBatch batch) {
    measure(batch);
    if (!headerShown) {
      putHeader();
    }
    rowsInWindow = true;
    for (int row = 0; row < batch.size() && !writer.failed(); row++) {
      for (int column = 0; column < types.size(); column++) {
        cell.set(batch, column, row);
        putCell(column);
      }
      writer.append('\n', 1);
      writer.endRow();
      Optional<SinkProblem> _ = writer.flushIfFull();
    }
    return writer.problem();
  }

  private void measure(RowBatch batch) {
    for (int column = 0; column < types.size(); column++) {
      for (int row = 0; row < batch.size(); row++) {
        cell.set(batch, column, row);
        widths.see(column, cell.width());
      }
    }
    widths.fit();
  }

  private void putHeader() {
    headerShown = true;
    colour(BOLD);
    for (int column = 0; column < types.size(); column++) {
      cell.set(headings.get(column));
      putCell(column);
    }
    colour(PLAIN);
    writer.append('\n', 1);
  }

  private void putCell(int column) {
    writer.append(' ', column == 0 ? 0 : ColumnWidths.GAP);
    cell.cut(Math.max(1, widths.of(column)));
    boolean number =
        switch (types.get(column)) {
          case INT64, DOUBLE -> true;
          case BOOLEAN, TEXT -> false;
        };
    // Nothing follows the last column, so it needs no spaces.
    boolean last = column == types.size() - 1;
    cell.put(writer, last && !number ? 0 : widths.of(column), number);
  }

  @Override
  public Optional<SinkProblem> windowEnds() {
    if (!rowsInWindow) {
      putLine("no rows", DIM);
    }
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
