// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.agent.exec;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.surefoot.agent.sink.CountingSink;
import dev.surefoot.agent.sink.CsvSink;
import dev.surefoot.agent.sink.JsonSink;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;

/** In steady state nothing is allocated for a record or a row. */
class AllocationTest {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  /** For the buffer that a write wraps, and what the measuring itself needs. */
  private static final long A_LITTLE = 64 * 1024;

  private static long allocatedByLaterRounds(Workloads.Running running) {
    for (int round = 0; round < 5; round++) {
      running.round(0);
    }
    long before = THREADS.getCurrentThreadAllocatedBytes();
    for (int round = 0; round < 10; round++) {
      running.round(0);
    }
    return THREADS.getCurrentThreadAllocatedBytes() - before;
  }

  @Test
  void spansAreMatchedAndGroupedWithoutAllocation() {
    assertThat(allocatedByLaterRounds(Workloads.spans(new CountingSink()))).isLessThan(A_LITTLE);
  }

  @Test
  void rowsOfBatchesArePassedWithoutAllocation() {
    assertThat(allocatedByLaterRounds(Workloads.batches(new CountingSink()))).isLessThan(A_LITTLE);
  }

  @Test
  void rowsAreFormattedWithoutAllocation() throws IOException {
    try (FileChannel nowhere = FileChannel.open(Path.of("/dev/null"), StandardOpenOption.WRITE)) {
      assertThat(allocatedByLaterRounds(Workloads.batches(new CsvSink(nowhere, "null"))))
          .isLessThan(A_LITTLE);
      assertThat(allocatedByLaterRounds(Workloads.batches(new JsonSink(nowhere, "null"))))
          .isLessThan(A_LITTLE);
    }
  }
}
