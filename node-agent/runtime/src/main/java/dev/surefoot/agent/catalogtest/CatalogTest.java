// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.agent.catalogtest;

import dev.surefoot.agent.attach.RunStatistics;
import dev.surefoot.agent.libbpf.LibC;
import dev.surefoot.agent.load.LoadOptions;
import dev.surefoot.agent.load.LoadResult;
import dev.surefoot.agent.load.LoadResult.Loaded;
import dev.surefoot.agent.load.LoadResult.Rejected;
import dev.surefoot.agent.load.ObjectLoader;
import dev.surefoot.catalog.mvsf.Mvsf;
import dev.surefoot.catalog.mvsf.MvsfCatalog;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** Loads, attaches and triggers every function of the catalog on this kernel. */
public final class CatalogTest {
  private static final int RING_BYTES = 1 << 20;
  private static final int RETRIES = 3;

  private final ObjectLoader loader;

  /** A test through this loader. */
  public CatalogTest(ObjectLoader loader) {
    this.loader = loader;
  }

  /** Tests all functions at once: they share one trigger. */
  public CatalogReport run(MvsfCatalog catalog) throws IOException {
    Map<Mvsf, RunningFunction> running = new LinkedHashMap<>();
    Map<Mvsf, CatalogReport.Row> rows = new LinkedHashMap<>();
    try {
      for (Mvsf function : catalog.functions()) {
        load(function, running, rows);
      }
      Trigger trigger = trigger(List.copyOf(running.values()));
      running.forEach((function, started) -> rows.put(function, started.row(trigger)));
    } finally {
      running.values().forEach(RunningFunction::close);
    }
    return new CatalogReport(catalog.functions().stream().map(rows::get).toList());
  }

  private void load(
      Mvsf function, Map<Mvsf, RunningFunction> running, Map<Mvsf, CatalogReport.Row> rows) {
    LoadResult result = loader.load(function.object(RING_BYTES), LoadOptions.WITH_STATISTICS);
    switch (result) {
      case Loaded(var object) -> running.put(function, new RunningFunction(function, object));
      case Rejected rejected -> rows.put(function, refused(function, rejected));
    }
  }

  /** Where a busy machine has filled a ring before the test could read it, it tries again. */
  private static Trigger trigger(List<RunningFunction> functions) throws IOException {
    int pid = Math.toIntExact(ProcessHandle.current().pid());
    int tid = LibC.gettid();
    Runnable poll = () -> functions.forEach(function -> function.poll(pid, tid));
    try (RunStatistics _ = RunStatistics.enable()) {
      Trigger trigger = Trigger.fire(poll);
      for (int retry = 0; retry < RETRIES && !allFine(functions, trigger); retry++) {
        functions.forEach(RunningFunction::forget);
        trigger = Trigger.fire(poll);
      }
      functions.forEach(RunningFunction::detach);
      poll.run();
      return trigger;
    }
  }

  private static boolean allFine(List<RunningFunction> functions, Trigger trigger) {
    return functions.stream().allMatch(function -> function.isFine(trigger));
  }

  private static CatalogReport.Row refused(Mvsf function, Rejected rejected) {
    List<String> reasons = new ArrayList<>(rejected.decisiveLines());
    if (reasons.isEmpty()) {
      reasons.add(rejected.errno().text());
    }
    return new CatalogReport.Row(
        function.name(),
        function.program().section(),
        false,
        false,
        OptionalInt.empty(),
        OptionalInt.empty(),
        OptionalDouble.empty(),
        reasons);
  }
}
