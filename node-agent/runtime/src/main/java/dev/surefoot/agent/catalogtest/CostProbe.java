// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.agent.catalogtest;

import dev.surefoot.agent.libbpf.BpfException;
import dev.surefoot.agent.libbpf.NativeBuffer;
import dev.surefoot.agent.load.LoadResult.Loaded;
import dev.surefoot.agent.load.LoadedObject;
import dev.surefoot.agent.load.LoadedProgram;
import dev.surefoot.agent.load.ObjectLoader;
import dev.surefoot.agent.load.TestRun;
import dev.surefoot.agent.memory.MappedRegion;
import java.util.Arrays;
import java.util.OptionalDouble;

/** Runs a {@link CostProgram} some times; the median run counts. */
final class CostProbe {
  private static final int RUNS = 9;

  private final ObjectLoader loader;
  private final double emptyNanos;

  /** A probe that takes off what the empty loop costs. */
  CostProbe(ObjectLoader loader) {
    this.loader = loader;
    this.emptyNanos =
        medianNanos(loader, CostPrograms.empty())
            .orElseThrow(() -> new IllegalStateException("this kernel refuses a loop of nothing"));
  }

  /** Ns of one iteration, at least 0; empty where this kernel does not take the program. */
  OptionalDouble nanos(CostProgram program) {
    OptionalDouble median = medianNanos(loader, program);
    if (median.isEmpty()) {
      return median;
    }
    double empty = emptyNanos * program.iterations() / CostPrograms.empty().iterations();
    return OptionalDouble.of(Math.max(0, median.getAsDouble() - empty) / program.iterations());
  }

  private static OptionalDouble medianNanos(ObjectLoader loader, CostProgram program) {
    if (!(loader.load(program.object()) instanceof Loaded(LoadedObject object))) {
      return OptionalDouble.empty();
    }
    try (object;
        MappedRegion result = object.map(CostProgram.RESULT).mapMemory()) {
      return medianNanos(object.programs().getFirst(), result);
    }
  }

  private static OptionalDouble medianNanos(LoadedProgram program, MappedRegion result) {
    NativeBuffer noContext = NativeBuffer.allocate(Long.BYTES);
    long[] nanos = new long[RUNS];
    for (int run = 0; run < RUNS; run++) {
      try {
        int _ = TestRun.run(program, noContext);
      } catch (BpfException noTestRun) {
        return OptionalDouble.empty();
      }
      nanos[run] = result.getLongAcquire(0);
    }
    Arrays.sort(nanos);
    return OptionalDouble.of((double) nanos[RUNS / 2]);
  }
}
