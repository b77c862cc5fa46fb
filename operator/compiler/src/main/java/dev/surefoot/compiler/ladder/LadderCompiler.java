// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.ladder;

import dev.surefoot.catalog.bundle.Rung;
import dev.surefoot.catalog.bundle.UserPlan;
import dev.surefoot.catalog.elf.ObjectDefinition;
import dev.surefoot.catalog.elf.ProgramDefinition;
import dev.surefoot.catalog.mvsf.Mvsf;
import dev.surefoot.catalog.mvsf.MvsfCatalog;
import dev.surefoot.catalog.mvsf.TablePrograms;
import dev.surefoot.catalog.profile.Feature;
import dev.surefoot.catalog.profile.KernelProfile;
import dev.surefoot.compiler.codegen.CodeGenerator;
import dev.surefoot.compiler.codegen.ComplexityLimitExceeded;
import dev.surefoot.compiler.codegen.GeneratedFunction;
import dev.surefoot.compiler.codegen.StackLimitExceeded;
import dev.surefoot.compiler.lower.KernelPart;
import dev.surefoot.compiler.lower.Lowering;
import dev.surefoot.compiler.lower.MvsfPlan;
import dev.surefoot.compiler.plan.LogicalPlan;
import dev.surefoot.compiler.split.Cut;
import dev.surefoot.compiler.split.Pipeline;
import dev.surefoot.compiler.split.SpanForm;
import dev.surefoot.compiler.split.SplitCandidate;
import dev.surefoot.compiler.split.SplitEnumerator;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Compiles plans for one kernel. */
public final class LadderCompiler {
  /** Size of the ring buffer where no budget says another, in bytes. */
  public static final int DEFAULT_RING_BYTES = 8 << 20;

  /** Helpers such as {@code bpf_ktime_get_ns} want a license that is compatible with the GPL. */
  private static final String LICENSE = "GPL";

  private final KernelProfile profile;
  private final int ringBytes;

  /**
   * A compiler for a kernel.
   *
   * @param ringBytes size of the ring buffer: a power of two and a multiple of the page size
   */
  public LadderCompiler(KernelProfile profile, int ringBytes) {
    this.profile = profile;
    this.ringBytes = ringBytes;
  }

  /**
   * Compiles the cheapest split of a plan that exceeds no limit: the first rung of its ladder, in a
   * fraction of the time.
   */
  public CompiledRung cheapest(String name, LogicalPlan plan) {
    Pipeline pipeline = SplitEnumerator.pipelineOf(plan);
    Lowering lowering = new Lowering(pipeline, profile, ringBytes);
    List<CompiledRung> rungs = new ArrayList<>();
    for (SplitCandidate candidate : new SplitEnumerator(profile).enumerate(pipeline)) {
      if (candidate.cut() == Cut.MVSF_ONLY) {
        return mvsfRung(name, pipeline, candidate);
      }
      generate(name, candidate, lowering.lower(candidate), rungs, new ArrayList<>());
      if (!rungs.isEmpty()) {
        return rungs.getFirst();
      }
    }
    throw new IllegalStateException("the enumeration has no rung of MVSFs");
  }

  /** Compiles every split of a plan. */
  public CompiledLadder compile(String name, LogicalPlan plan) {
    Pipeline pipeline = SplitEnumerator.pipelineOf(plan);
    Lowering lowering = new Lowering(pipeline, profile, ringBytes);
    List<CompiledRung> rungs = new ArrayList<>();
    List<DroppedCandidate> dropped = new ArrayList<>();
    for (SplitCandidate candidate : new SplitEnumerator(profile).enumerate(pipeline)) {
      if (candidate.cut() == Cut.MVSF_ONLY) {
        rungs.add(mvsfRung(name, pipeline, candidate));
      } else {
        generate(name, candidate, lowering.lower(candidate), rungs, dropped);
      }
    }
    return new CompiledLadder(name, pipeline, rungs, dropped);
  }

  private static void generate(
      String name,
      SplitCandidate candidate,
      KernelPart part,
      List<CompiledRung> rungs,
      List<DroppedCandidate> dropped) {
    List<GeneratedFunction> functions = new ArrayList<>();
    List<ProgramDefinition> programs = new ArrayList<>();
    for (KernelPart.LoweredProgram program : part.programs()) {
      switch (CodeGenerator.generate(program.function())) {
        case GeneratedFunction generated -> {
          functions.add(generated);
          programs.add(new ProgramDefinition(program.section(), generated.code()));
        }
        case StackLimitExceeded(String function, int bytes) -> {
          dropped.add(
              new DroppedCandidate(
                  candidate, function + " needs " + bytes + " bytes of stack; 512 are allowed"));
          return;
        }
        case ComplexityLimitExceeded(String function, long steps) -> {
          dropped.add(
              new DroppedCandidate(
                  candidate, function + " may take the verifier " + steps + " steps"));
          return;
        }
      }
    }
    ObjectDefinition object = new ObjectDefinition(name + ".sql", LICENSE, part.maps(), programs);
    rungs.add(new CompiledRung(candidate, rung(candidate, object, part.userPlan()), functions));
  }

  private CompiledRung mvsfRung(String name, Pipeline pipeline, SplitCandidate candidate) {
    TablePrograms programs = MvsfCatalog.programsFor(pipeline.table(), profile, 0);
    MvsfPlan plan = new MvsfPlan(pipeline, programs);
    ObjectDefinition object =
        new ObjectDefinition(
            name + ".sql",
            LICENSE,
            programs.maps(ringBytes),
            plan.inAttachOrder().stream().map(Mvsf::program).toList());
    return new CompiledRung(candidate, rung(candidate, object, plan.userPlan()), List.of());
  }

  private static Rung rung(SplitCandidate candidate, ObjectDefinition object, UserPlan userPlan) {
    return new Rung(
        candidate.name(),
        object,
        userPlan,
        requirements(candidate),
        candidate.cost().kernelNanos() + candidate.cost().userNanos());
  }

  private static Set<Feature> requirements(SplitCandidate candidate) {
    Set<Feature> needed =
        EnumSet.of(Feature.RING_BUFFER, Feature.MAPPED_ARRAY, Feature.TYPED_TRACEPOINTS);
    if (candidate.span().filter(SpanForm.TaskStorage.class::isInstance).isPresent()) {
      needed.add(Feature.TASK_STORAGE);
    }
    return needed;
  }
}
