// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.agent.exec;

import dev.surefoot.catalog.bundle.KernelStream;
import dev.surefoot.catalog.bundle.Loss;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** Counts what is lost in user space, and reads what the programs count. */
final class LossCounts {
  private final ByteBuffer kernel;
  private final int cpus;
  private final long[] counts = new long[LossStage.values().length];
  private long rowsRecovered;

  LossCounts(KernelMemory memory) {
    kernel = memory.area(KernelStream.LOSS_MAP);
    cpus = memory.cpus();
  }

  void add(LossStage stage, long count) {
    counts[stage.ordinal()] += count;
  }

  /** Rows of a batch that found the ring full, which were read before that. */
  void recovered(long rows) {
    rowsRecovered += rows;
  }

  /** A counter of the programs, over all CPUs. */
  long kernel(Loss loss) {
    long sum = 0;
    for (int cpu = 0; cpu < cpus; cpu++) {
      int offset = cpu * Loss.AREA_BYTES + loss.ordinal() * Long.BYTES;
      sum += SharedMemory.getAcquire(kernel, offset);
    }
    return sum;
  }

  LossReport report(long recursionMisses, long refusedBySink) {
    List<LossReport.Entry> entries = new ArrayList<>();
    for (LossStage stage : LossStage.values()) {
      long count =
          switch (stage) {
            case RECURSION_MISS -> recursionMisses;
            case SPAN_NOT_KEPT -> kernel(Loss.SPAN_NOT_KEPT) + counts[stage.ordinal()];
            case RING_FULL -> kernel(Loss.RING_FULL) - rowsRecovered;
            case PARTIAL_DROPPED -> kernel(Loss.PARTIAL_DROPPED);
            case REFUSED_BY_SINK -> refusedBySink;
            case SEQUENCE_GAP, SPAN_ABANDONED, UNREADABLE, LATE, MEMORY_FULL ->
                counts[stage.ordinal()];
          };
      entries.add(new LossReport.Entry(stage, count));
    }
    return new LossReport(entries);
  }
}
