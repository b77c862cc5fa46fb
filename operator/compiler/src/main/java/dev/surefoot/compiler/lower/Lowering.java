// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.lower;

import dev.surefoot.catalog.bundle.UserPlan;
import dev.surefoot.catalog.bundle.UserStage;
import dev.surefoot.catalog.elf.MapDefinition;
import dev.surefoot.catalog.expression.Expression;
import dev.surefoot.catalog.profile.KernelProfile;
import dev.surefoot.catalog.schema.Table;
import dev.surefoot.compiler.split.Conjuncts;
import dev.surefoot.compiler.split.Cut;
import dev.surefoot.compiler.split.Pipeline;
import dev.surefoot.compiler.split.SplitCandidate;
import java.util.ArrayList;
import java.util.List;

/** Lowers a split of a pipeline for a kernel. */
public final class Lowering {
  private static final int ROW_STREAM = 0;

  /** In bytes; partial aggregates go through the ring only where they find no place elsewhere. */
  private static final int SMALLEST_RING = 1 << 16;

  private final Pipeline pipeline;
  private final KernelProfile profile;
  private final RingBuffer ring;

  /**
   * A lowering with a ring buffer of this size.
   *
   * @param ringBytes a power of two and a multiple of the page size
   */
  public Lowering(Pipeline pipeline, KernelProfile profile, int ringBytes) {
    this.pipeline = pipeline;
    this.profile = profile;
    this.ring = RingBuffer.ofBytes(ringBytes);
  }

  /** The two halves of a candidate that is not the one of MVSFs alone. */
  public KernelPart lower(SplitCandidate candidate) {
    UserHalf user = new UserHalf(pipeline);
    return switch (candidate.cut()) {
      case EVENTS -> new HalvesLowering(pipeline, profile, ring).lower(user);
      case ROWS, BATCHES -> {
        List<Expression> wanted = user.wanted();
        Shipment shipment = Shipment.of(pipeline.table(), wanted);
        RowSinkLowering sink =
            candidate.cut() == Cut.ROWS
                ? new EachRowSink(ROW_STREAM, shipment, ring)
                : new BatchSink(ROW_STREAM, shipment, ring, profile);
        List<String> fields = shipment.entries().stream().map(Shipment.Entry::field).toList();
        yield assemble(
            candidate, ring, sink, user.over(new UserStage.ReadRows(ROW_STREAM, fields), shipment));
      }
      case PARTIALS -> {
        RingBuffer small = RingBuffer.ofBytes(Math.max(SMALLEST_RING, ring.map().maxEntries() / 8));
        GroupSink sink =
            new GroupSink(ROW_STREAM, pipeline, candidate.group().orElseThrow(), small, profile);
        yield assemble(candidate, small, sink, user.overPartials(ROW_STREAM, sink.layout()));
      }
      case MVSF_ONLY ->
          throw new IllegalArgumentException("the rung of MVSFs is the catalog's, not lowered");
    };
  }

  private KernelPart assemble(
      SplitCandidate candidate, RingBuffer used, RowSinkLowering sink, List<UserStage> stages) {
    List<MapDefinition> maps = new ArrayList<>(List.of(used.map(), LossCounter.map(profile)));
    maps.addAll(sink.maps());
    RowProgram rows = new RowProgram(pipeline, Conjuncts.of(pipeline), sink);
    List<KernelPart.LoweredProgram> programs =
        switch (pipeline.table().shape()) {
          case Table.Shape.Event event -> List.of(rows.lowerEvent(event.hook(), profile));
          case Table.Shape.Span span -> {
            SpanLowering spans =
                new SpanLowering(pipeline, span, candidate.span().orElseThrow(), profile);
            maps.add(spans.map());
            yield spans.lower(rows);
          }
        };
    UserPlan plan = new UserPlan(List.of(sink.stream()), stages, pipeline.output());
    return new KernelPart(maps, programs, plan);
  }
}
