// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.agent.sink;

import static dev.surefoot.agent.sink.TestingRows.add;
import static dev.surefoot.agent.sink.TestingRows.batch;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.surefoot.agent.sink.SinkProblem.Kind;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.Pipe;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class RowWriterTest {
  private static RowBatch rows(int count) {
    RowBatch rows = batch();
    for (int i = 0; i < count; i++) {
      add(rows, i, 1.5, true, "cat");
    }
    return rows;
  }

  @Test
  void fullDiskIsAProblemAndItsRowsAreNotTaken() throws IOException {
    Path full = Path.of("/dev/full");
    assumeThat(full).exists();
    try (FileChannel channel = FileChannel.open(full, StandardOpenOption.WRITE)) {
      JsonSink sink = new JsonSink(channel, "/dev/full");
      assertThat(sink.open(TestingRows.COLUMNS)).isEmpty();
      assertThat(sink.rows(rows(10))).isEmpty();
      SinkProblem problem = sink.flush().orElseThrow();
      assertThat(problem.kind()).isEqualTo(Kind.DISK_FULL);
      assertThat(problem.message()).contains("no space left", "/dev/full");
      assertThat(sink.rows(rows(5))).contains(problem);
      assertThat(sink.close()).contains(problem);
      assertThat(sink.rowsTaken()).isZero();
    }
  }

  @Test
  void closedPipeIsAProblem() throws IOException {
    Pipe pipe = Pipe.open();
    pipe.source().close();
    try (Pipe.SinkChannel channel = pipe.sink()) {
      CsvSink sink = new CsvSink(channel, "standard output");
      Optional<SinkProblem> problem = sink.open(TestingRows.COLUMNS);
      assertThat(problem.orElseThrow().kind()).isEqualTo(Kind.PIPE_CLOSED);
      assertThat(problem.orElseThrow().message()).contains("standard output");
    }
  }

  @Test
  void closedFileIsAProblem() throws IOException {
    Path file = Files.createTempFile("rows", ".json");
    try {
      FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
      channel.close();
      JsonSink sink = new JsonSink(channel, file.toString());
      assertThat(sink.rows(rows(1))).isEmpty();
      assertThat(sink.close().orElseThrow().kind()).isEqualTo(Kind.IO_ERROR);
    } finally {
      Files.delete(file);
    }
  }

  /** Rows whose last byte was written count as taken, and only they. */
  @Property(tries = 200)
  void partlyWrittenRowsAreNotTaken(@ForAll @IntRange(max = 300_000) int capacity) {
    TestingChannel channel = new TestingChannel(capacity, "No space left on device");
    JsonSink sink = new JsonSink(channel, "test");
    Optional<SinkProblem> opened = sink.open(TestingRows.COLUMNS);
    assertThat(opened).isEmpty();
    Optional<SinkProblem> problem = Optional.empty();
    for (int i = 0; i < 5 && problem.isEmpty(); i++) {
      problem = sink.rows(rows(1000));
    }
    problem = sink.close();
    long lines = channel.text().chars().filter(c -> c == '\n').count();
    assertThat(sink.rowsTaken()).isEqualTo(lines);
    assertThat(problem.isPresent()).isEqualTo(lines < 5000);
  }

  @Property
  void numbersAreDecimal(@ForAll long number, @ForAll @IntRange(max = 63) int shift) {
    byte[] bytes = new byte[Digits.MAX];
    for (long value : new long[] {number, number >> shift, number >>> shift, -(number >> shift)}) {
      int end = Digits.put(value, bytes, 0);
      assertThat(new String(bytes, 0, end, StandardCharsets.US_ASCII))
          .isEqualTo(Long.toString(value));
    }
  }

  @Test
  void powersOfTenAreDecimal() {
    byte[] bytes = new byte[Digits.MAX];
    for (long power = 1, i = 0; i < 19; i++, power *= 10) {
      for (long value : new long[] {power - 1, power, power + 1, -power}) {
        int end = Digits.put(value, bytes, 0);
        assertThat(new String(bytes, 0, end, StandardCharsets.US_ASCII))
            .isEqualTo(Long.toString(value));
      }
    }
  }
}
