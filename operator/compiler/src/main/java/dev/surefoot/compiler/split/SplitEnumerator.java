// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.split;

import dev.surefoot.catalog.expression.AggregateCall;
import dev.surefoot.catalog.expression.Expression;
import dev.surefoot.catalog.expression.NamedExpression;
import dev.surefoot.catalog.expression.ValueType;
import dev.surefoot.catalog.profile.Feature;
import dev.surefoot.catalog.profile.KernelProfile;
import dev.surefoot.catalog.schema.Table;
import dev.surefoot.compiler.plan.LogicalPlan;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Every split that means the same as the plan and that the kernel has the features for. */
public final class SplitEnumerator {
  /** Groups that the slots in front of a hash hold for each CPU: 16 KiB of 64-byte slots. */
  private static final int CACHE_SLOTS = 256;

  /** Each is allocated for each CPU at load; groups beyond go through the ring buffer. */
  private static final int GROUP_ENTRIES = 4096;

  private static final int SPAN_ENTRIES = 32768;

  private final KernelProfile profile;
  private final CostModel costs;

  /** Splits for a kernel. */
  public SplitEnumerator(KernelProfile profile) {
    this.profile = profile;
    this.costs = new CostModel(profile);
  }

  /** The canonical form of a plan that candidates divide. */
  public static Pipeline pipelineOf(LogicalPlan plan) {
    return PipelineBuilder.of(plan);
  }

  /** All candidates, cheapest first, the one of MVSFs last. */
  public List<SplitCandidate> enumerate(Pipeline pipeline) {
    List<SplitCandidate> candidates = new ArrayList<>();
    if (pipeline.table().shape() instanceof Table.Shape.Span) {
      // Where events are rows, shipping the events that can matter is shipping rows.
      candidates.add(candidate(pipeline, Cut.EVENTS, Optional.empty(), Optional.empty()));
    }
    for (Optional<SpanForm> span : spanForms(pipeline)) {
      candidates.add(candidate(pipeline, Cut.ROWS, span, Optional.empty()));
      if (profile.has(Feature.MAPPED_ARRAY)) {
        candidates.add(candidate(pipeline, Cut.BATCHES, span, Optional.empty()));
      }
      for (GroupForm group : groupForms(pipeline)) {
        candidates.add(candidate(pipeline, Cut.PARTIALS, span, Optional.of(group)));
      }
    }
    candidates.sort(Comparator.comparingDouble(candidate -> candidate.cost().weighted()));
    candidates.add(candidate(pipeline, Cut.MVSF_ONLY, Optional.empty(), Optional.empty()));
    return List.copyOf(candidates);
  }

  private SplitCandidate candidate(
      Pipeline pipeline, Cut cut, Optional<SpanForm> span, Optional<GroupForm> group) {
    return new SplitCandidate(cut, span, group, costs.estimate(pipeline, cut, span, group));
  }

  private List<Optional<SpanForm>> spanForms(Pipeline pipeline) {
    if (pipeline.table().shape() instanceof Table.Shape.Event) {
      return List.of(Optional.empty());
    }
    List<Optional<SpanForm>> forms = new ArrayList<>();
    int slotBytes = SpanSlot.of(pipeline).layout().bytes();
    if (SpanForm.DirectArray.fits(profile, slotBytes)) {
      forms.add(Optional.of(new SpanForm.DirectArray(profile.pidMax())));
    }
    forms.add(Optional.of(new SpanForm.Hash(SPAN_ENTRIES)));
    if (profile.has(Feature.TASK_STORAGE)) {
      forms.add(Optional.of(new SpanForm.TaskStorage()));
    }
    return forms;
  }

  private List<GroupForm> groupForms(Pipeline pipeline) {
    if (!(pipeline.body() instanceof Pipeline.Body.Groups groups)
        || !Conjuncts.of(pipeline).residual().isEmpty()
        || !groups.keys().stream().allMatch(key -> isKey(key.expression()))
        || !groups.aggregates().stream().allMatch(SplitEnumerator::isMergeable)) {
      return List.of();
    }
    List<GroupForm> forms = new ArrayList<>();
    denseSlots(pipeline.table(), groups.keys())
        .ifPresent(slots -> forms.add(new GroupForm.DenseSlots(slots)));
    forms.add(new GroupForm.CachedHash(CACHE_SLOTS, GROUP_ENTRIES));
    forms.add(new GroupForm.PerCpuHash(GROUP_ENTRIES));
    return forms;
  }

  private static boolean isKey(Expression key) {
    return KernelExpressible.integer(key)
        || (key instanceof Expression.Column(_, _, ValueType type) && type == ValueType.TEXT);
  }

  private static boolean isMergeable(AggregateCall call) {
    return !call.distinct()
        && call.argument().map(KernelExpressible::integer).orElse(true)
        && switch (call.function()) {
          case COUNT, SUM, MIN, MAX, AVG -> true;
          case STDDEV_POP, STDDEV_SAMP, VAR_POP, VAR_SAMP -> false;
        };
  }

  private static OptionalInt denseSlots(Table table, List<NamedExpression> keys) {
    if (keys.isEmpty()) {
      return OptionalInt.of(1);
    }
    return keys.size() == 1
            && keys.getFirst().expression() instanceof Expression.Column(int index, _, _)
        ? table.columns().get(index).denseValues()
        : OptionalInt.empty();
  }
}
