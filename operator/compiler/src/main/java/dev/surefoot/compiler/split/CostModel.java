// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.split;

import dev.surefoot.catalog.bundle.KernelStream;
import dev.surefoot.catalog.expression.Expression;
import dev.surefoot.catalog.profile.KernelProfile;
import dev.surefoot.catalog.profile.Operation;
import dev.surefoot.catalog.schema.Column;
import dev.surefoot.catalog.schema.Half;
import dev.surefoot.catalog.schema.HookValue;
import dev.surefoot.catalog.schema.Table;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Estimates what a split costs for each row of its table (for a span: both halves), from the costs
 * of operations that the catalog test measured on the kernel in question.
 */
final class CostModel {
  /** Rows that pass one conjunct, where nothing is known of the data. */
  private static final double SELECTIVITY = 0.3;

  /** Partial aggregates that leave their slot, for each row. */
  private static final double EVICTIONS = 0.02;

  private final KernelProfile profile;

  CostModel(KernelProfile profile) {
    this.profile = profile;
  }

  SplitCandidate.Cost estimate(
      Pipeline pipeline, Cut cut, Optional<SpanForm> span, Optional<GroupForm> group) {
    boolean isSpan = pipeline.table().shape() instanceof Table.Shape.Span;
    double passing = Math.pow(SELECTIVITY, pipeline.conjuncts().size());
    int programs = isSpan ? 2 : 1;
    double entry = programs * profile.cost(Operation.PROGRAM_ENTRY);
    double user = profile.cost(Operation.USER_EVENT);
    double ship = profile.cost(Operation.RINGBUF_RESERVE_SUBMIT);
    return switch (cut) {
      case MVSF_ONLY ->
          new SplitCandidate.Cost(
              entry + programs * ship + reads(pipeline, all(pipeline)), programs * user);
      case EVENTS ->
          new SplitCandidate.Cost(
              entry + reads(pipeline, needed(pipeline)) + programs * passing * ship,
              programs * passing * user);
      case ROWS ->
          new SplitCandidate.Cost(
              entry + matching(pipeline, span) + passing * ship, passing * user);
      case BATCHES ->
          new SplitCandidate.Cost(
              entry + matching(pipeline, span) + passing * batched(pipeline), passing * user / 3);
      case PARTIALS ->
          new SplitCandidate.Cost(
              entry + matching(pipeline, span) + passing * grouped(group.orElseThrow()),
              passing * EVICTIONS * user);
    };
  }

  private double matching(Pipeline pipeline, Optional<SpanForm> span) {
    double reads = reads(pipeline, needed(pipeline));
    return reads
        + span.map(
                form ->
                    switch (form) {
                      case SpanForm.DirectArray _ -> 8 * profile.cost(Operation.INSTRUCTION);
                      case SpanForm.Hash _ ->
                          2 * profile.cost(Operation.HASH_LOOKUP)
                              + 10 * profile.cost(Operation.INSTRUCTION);
                      case SpanForm.TaskStorage _ ->
                          2 * profile.cost(Operation.TASK_STORAGE_GET)
                              + 6 * profile.cost(Operation.INSTRUCTION);
                    })
            .orElse(0.0);
  }

  private double batched(Pipeline pipeline) {
    double bytes =
        needed(pipeline).stream()
            .mapToInt(index -> pipeline.table().columns().get(index).type().bytes())
            .sum();
    return 12 * profile.cost(Operation.INSTRUCTION)
        + bytes / 1024 * profile.cost(Operation.RINGBUF_OUTPUT_KIB)
        + profile.cost(Operation.RINGBUF_RESERVE_SUBMIT)
            / KernelStream.Batches.BATCH_HEADER.bytes();
  }

  private double grouped(GroupForm form) {
    double instruction = profile.cost(Operation.INSTRUCTION);
    double lookup = profile.cost(Operation.PERCPU_HASH_LOOKUP);
    return switch (form) {
      case GroupForm.DenseSlots _ ->
          18 * instruction + EVICTIONS * profile.cost(Operation.RINGBUF_RESERVE_SUBMIT);
      case GroupForm.CachedHash _ ->
          22 * instruction + EVICTIONS * (lookup + profile.cost(Operation.PERCPU_HASH_UPDATE));
      case GroupForm.PerCpuHash _ ->
          24 * instruction + lookup + EVICTIONS * profile.cost(Operation.PERCPU_HASH_UPDATE);
    };
  }

  private double reads(Pipeline pipeline, Set<Integer> columns) {
    List<Column> read = columns.stream().map(pipeline.table().columns()::get).toList();
    double total = 0;
    for (Half half : Half.values()) {
      total +=
          read.stream()
              .filter(
                  column ->
                      column.availableAt(half)
                          && !(half == Half.OPEN && column.availableAt(Half.CLOSE)))
              .map(column -> operation(column.valueAt(half)))
              .distinct()
              .mapToDouble(profile::cost)
              .sum();
    }
    return total;
  }

  private static Operation operation(HookValue value) {
    return switch (value) {
      case HookValue.Clock _ -> Operation.CLOCK;
      case HookValue.Pid _, HookValue.Tid _ -> Operation.CURRENT_PID_TGID;
      case HookValue.Uid _, HookValue.Gid _ -> Operation.CURRENT_UID_GID;
      case HookValue.Cpu _ -> Operation.CURRENT_CPU;
      case HookValue.CgroupId _ -> Operation.CURRENT_CGROUP_ID;
      case HookValue.Comm _ -> Operation.CURRENT_COMM;
      case HookValue.Parameter _ -> Operation.INSTRUCTION;
      case HookValue.Member _, HookValue.PointedText _ -> Operation.PROBE_READ;
      case HookValue.FirstOf _, HookValue.Masked _, HookValue.Difference _ -> Operation.TYPED_LOAD;
    };
  }

  private static Set<Integer> all(Pipeline pipeline) {
    return IntStream.range(0, pipeline.table().columns().size())
        .boxed()
        .collect(Collectors.toSet());
  }

  private static Set<Integer> needed(Pipeline pipeline) {
    Set<Integer> needed =
        pipeline.conjuncts().stream()
            .flatMapToInt(Expression::columnIndexes)
            .boxed()
            .collect(Collectors.toSet());
    switch (pipeline.body()) {
      case Pipeline.Body.Rows(var columns) ->
          columns.forEach(column -> column.expression().columnIndexes().forEach(needed::add));
      case Pipeline.Body.Groups(_, var keys, var aggregates) -> {
        needed.add(pipeline.timeColumn());
        keys.forEach(key -> key.expression().columnIndexes().forEach(needed::add));
        aggregates.forEach(
            call -> call.argument().ifPresent(of -> of.columnIndexes().forEach(needed::add)));
      }
    }
    return needed;
  }
}
