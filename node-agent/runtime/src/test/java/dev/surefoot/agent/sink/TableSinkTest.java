// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.agent.sink;

import static dev.surefoot.agent.sink.TestingRows.add;
import static dev.surefoot.agent.sink.TestingRows.batch;
import static dev.surefoot.agent.sink.TestingRows.bytes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.surefoot.catalog.golden.Golden;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TableSinkTest {
  private static final long SECOND = 1_000_000_000L;

  private final TestingChannel channel = new TestingChannel();

  private TableSink sink(int width, boolean colour) {
    TableSink sink =
        new TableSink(
            channel,
            "test",
            new TableStyle(
                width, colour, Map.of("pid", "id"), 1_700_000_000L * SECOND, ZoneOffset.UTC));
    assertThat(sink.open(TestingRows.COLUMNS)).isEmpty();
    return sink;
  }

  private static void window(TableSink sink, long second, boolean complete, RowBatch rows) {
    assertThat(
            sink.windowBegins(new OutputWindow(second * SECOND, (second + 1) * SECOND, complete)))
        .isEmpty();
    if (rows.size() > 0) {
      assertThat(sink.rows(rows)).isEmpty();
    }
    assertThat(sink.windowEnds()).isEmpty();
    assertThat(sink.flush()).isEmpty();
  }

  private static RowBatch someRows() {
    RowBatch rows = batch();
    add(rows, 7, 1.5, true, "cat");
    add(rows, -123456789, 1e20, false, "a long command with many words");
    add(rows, null, null, null, null);
    add(rows, 0, 1e-9, true, bytes('t', 'a', 'b', '\t', 0xff, 0xc3, 0xa4));
    add(rows, 1, -1234567.8915, true, "");
    return rows;
  }

  @Test
  void windowsHaveTheirTimeAndAlignedColumns() {
    TableSink sink = sink(200, false);
    window(sink, 1, false, someRows());
    window(sink, 2, true, batch());
    window(sink, 3, true, add(batch(), 1, 0.0, true, "x"));
    assertThat(sink.rowsTaken()).isEqualTo(6);
    Golden.check("table/windows", channel.text());
  }

  @Test
  void rowsWithoutWindowsHaveOneHeader() {
    TableSink sink = sink(200, false);
    assertThat(sink.rows(add(batch(), 1, 0.5, true, "x"))).isEmpty();
    assertThat(sink.rows(add(batch(), 22, 0.5, false, "yy"))).isEmpty();
    assertThat(sink.close()).isEmpty();
    Golden.check("table/rows", channel.text());
  }

  @Test
  void wideTextIsCutToTheTerminal() {
    TableSink sink = sink(50, false);
    window(sink, 1, true, someRows());
    assertThat(channel.text().lines()).allMatch(line -> line.length() <= 50);
    Golden.check("table/cut", channel.text());
  }

  @Test
  void coloursComeOnlyWhenWanted() {
    window(sink(200, true), 1, true, someRows());
    assertThat(channel.text()).contains("\u001b[1m").contains("\u001b[0m");
    TestingChannel plain = new TestingChannel();
    assertThat(plain.text()).doesNotContain("\u001b");
  }
}
