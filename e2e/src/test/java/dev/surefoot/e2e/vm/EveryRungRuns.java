// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.e2e.vm;

import dev.surefoot.agent.exec.LossReport;
import dev.surefoot.agent.exec.LossStage;
import dev.surefoot.agent.kernel.FeatureProbe;
import dev.surefoot.agent.kernel.KernelFacts;
import dev.surefoot.agent.kernel.KernelProfiler;
import dev.surefoot.agent.libbpf.LibBpfLibrary;
import dev.surefoot.agent.libbpf.LibC;
import dev.surefoot.agent.load.LoadResult;
import dev.surefoot.agent.load.ObjectLoader;
import dev.surefoot.agent.session.SessionReport;
import dev.surefoot.catalog.btf.KernelBtf;
import dev.surefoot.catalog.bundle.Rung;
import dev.surefoot.catalog.profile.Feature;
import dev.surefoot.catalog.profile.KernelProfile;
import dev.surefoot.compiler.ladder.LadderCompiler;
import dev.surefoot.compiler.plan.LogicalPlan;
import dev.surefoot.e2e.edges.Observation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToLongFunction;

/**
 * Runs every rung of two queries on the kernel under it and counts its own calls by each. Prints
 * {@code ran}, {@code refused}, {@code lost} (all of it, and counted) or {@code wrong} for each
 * rung; ends with 1 where one is wrong.
 */
final class EveryRungRuns {
  private static final int CALLS = 200;
  private static final int RING_BYTES = 1 << 20;

  private final Set<Feature> present;
  private final boolean storageIsEmpty;
  private boolean wrong;

  private EveryRungRuns(Set<Feature> present, boolean storageIsEmpty) {
    this.present = present;
    this.storageIsEmpty = storageIsEmpty;
  }

  /** No arguments. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    LibBpfLibrary.require();
    Set<Feature> present =
        FeatureProbe.present(new FeatureProbe(new ObjectLoader()::load).answers());
    System.out.println("features " + present);
    // Task storage is tried where the kernel has none, too: then it has to be refused.
    Set<Feature> tried = EnumSet.of(Feature.TASK_STORAGE);
    tried.addAll(present);
    KernelProfile profile =
        KernelProfiler.profile(
            KernelFacts.read(Path.of("/")),
            KernelBtf.read(KernelBtf.RUNNING_KERNEL),
            tried,
            Map.of());
    EveryRungRuns runs = new EveryRungRuns(present, storageIsEmpty());
    runs.query("slowest", Queries.slowestWithCount(), profile, Queries::callsOfGroup);
    runs.query("latencies", Queries.everyLatency(), profile, Queries::callOfRow);
    System.exit(runs.wrong ? 1 : 0);
  }

  /**
   * New kernels allocate storage by kmalloc_nolock (mm/slub.c), which gives nothing where the CPU
   * has no cmpxchg16b, as an emulated one may; then every span has to be counted as lost.
   */
  private static boolean storageIsEmpty() throws IOException {
    int major = Integer.parseInt(KernelFacts.read(Path.of("/")).release().split("\\.", 2)[0]);
    return major >= 7 && !Files.readString(Path.of("/proc/cpuinfo")).contains(" cx16");
  }

  private void query(
      String name,
      LogicalPlan plan,
      KernelProfile profile,
      ToLongFunction<Observation.Row> ownCalls)
      throws IOException, InterruptedException {
    List<Rung> rungs =
        new LadderCompiler(profile, RING_BYTES).compile(name, plan).bundle().ladder();
    for (Rung rung : rungs) {
      System.out.println(outcome(rung, ownCalls) + " " + name + " " + rung.name());
    }
  }

  private String outcome(Rung rung, ToLongFunction<Observation.Row> ownCalls)
      throws IOException, InterruptedException {
    return switch (new ObjectLoader().load(rung.object())) {
      case LoadResult.Rejected rejected -> {
        System.out.println("reason " + rung.name() + " " + rejected.decisiveLines());
        yield verdict("refused", !present.containsAll(rung.requirements()));
      }
      case LoadResult.Loaded(var object) -> {
        Observation observation = Observation.of(object, rung.userPlan(), EveryRungRuns::makeCalls);
        yield seen(
            rung, observation.rows().stream().mapToLong(ownCalls).sum(), observation.report());
      }
    };
  }

  private String seen(Rung rung, long calls, SessionReport report) {
    // A program that another thread interrupts on its CPU is missed there, and the kernel says so.
    long missed = report.losses().count(LossStage.RECURSION_MISS);
    long notKept = report.losses().count(LossStage.SPAN_NOT_KEPT);
    long lost = report.losses().entries().stream().mapToLong(LossReport.Entry::count).sum();
    System.out.println("saw " + calls + " calls; not kept " + notKept + ", missed " + missed);
    if (storageIsEmpty && rung.requirements().contains(Feature.TASK_STORAGE)) {
      return verdict("lost", calls == 0 && notKept >= CALLS);
    }
    return verdict("ran", lost == missed && calls <= CALLS && calls + missed >= CALLS);
  }

  private String verdict(String word, boolean right) {
    wrong |= !right;
    return right ? word : "wrong";
  }

  private static void makeCalls() {
    for (int i = 0; i < CALLS; i++) {
      int _ = LibC.getppid();
    }
  }
}
