// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.lower;

import dev.surefoot.catalog.bundle.KernelStream;
import dev.surefoot.catalog.bundle.Loss;
import dev.surefoot.catalog.bundle.UserPlan;
import dev.surefoot.catalog.bundle.UserStage;
import dev.surefoot.catalog.elf.MapDefinition;
import dev.surefoot.catalog.expression.Expression;
import dev.surefoot.catalog.isa.AluOp;
import dev.surefoot.catalog.isa.JumpOp;
import dev.surefoot.catalog.isa.MemorySize;
import dev.surefoot.catalog.isa.Width;
import dev.surefoot.catalog.layout.FieldType;
import dev.surefoot.catalog.layout.RecordLayout;
import dev.surefoot.catalog.profile.KernelProfile;
import dev.surefoot.catalog.schema.Column;
import dev.surefoot.catalog.schema.Half;
import dev.surefoot.catalog.schema.Hook;
import dev.surefoot.catalog.schema.HookValue;
import dev.surefoot.catalog.schema.Table;
import dev.surefoot.compiler.ir.FunctionBuilder;
import dev.surefoot.compiler.ir.HelperCall;
import dev.surefoot.compiler.ir.Likelihood;
import dev.surefoot.compiler.ir.OpenBlock;
import dev.surefoot.compiler.ir.Value;
import dev.surefoot.compiler.plan.PlanColumn;
import dev.surefoot.compiler.split.Conjuncts;
import dev.surefoot.compiler.split.Pipeline;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Programs that ship the halves of spans apart, with the columns that are needed.
 *
 * <p>Only conjuncts that both halves decide alike are decided in the kernel. What one half decides
 * is not: were an opening left out, or a closing, then a later closing that belongs to none (as of
 * a call that a seccomp filter answered) would be matched with an opening that is not its own.
 */
final class HalvesLowering {
  private static final int OPEN_STREAM = 0;
  private static final int CLOSE_STREAM = 1;
  private static final int FIRST_CANCEL_STREAM = 2;

  private final Pipeline pipeline;
  private final Table table;
  private final Table.Shape.Span shape;
  private final KernelProfile profile;
  private final RingBuffer ring;
  private final Conjuncts conjuncts;
  private final MapDefinition sequences;
  private final List<KernelStream> streams = new ArrayList<>();

  HalvesLowering(Pipeline pipeline, KernelProfile profile, RingBuffer ring) {
    this.pipeline = pipeline;
    this.table = pipeline.table();
    this.shape = (Table.Shape.Span) table.shape();
    this.profile = profile;
    this.ring = ring;
    this.conjuncts = Conjuncts.of(pipeline);
    int programs = FIRST_CANCEL_STREAM + shape.cancels().size();
    this.sequences = CpuAreas.oneElement("sequences", 8 * programs * CpuAreas.count(profile));
  }

  KernelPart lower(UserHalf user) {
    List<Expression> filters = new ArrayList<>(conjuncts.residual());
    filters.addAll(conjuncts.open());
    filters.addAll(conjuncts.rest());
    List<Integer> needed = needed(user, filters);
    List<KernelPart.LoweredProgram> programs = new ArrayList<>();
    List<Integer> cancels = new ArrayList<>();
    for (Table.Cancel cancel : shape.cancels()) {
      int stream = FIRST_CANCEL_STREAM + cancels.size();
      cancels.add(stream);
      programs.add(cancelProgram(cancel, stream));
    }
    programs.add(
        halfProgram(
            Half.CLOSE, CLOSE_STREAM, needed.stream().filter(index -> !fromOpen(index)).toList()));
    programs.add(
        halfProgram(Half.OPEN, OPEN_STREAM, needed.stream().filter(this::fromOpen).toList()));
    return new KernelPart(
        List.of(ring.map(), LossCounter.map(profile), sequences),
        programs,
        new UserPlan(streams, userStages(user, filters, needed, cancels), pipeline.output()));
  }

  private List<UserStage> userStages(
      UserHalf user, List<Expression> filters, List<Integer> needed, List<Integer> cancels) {
    UserStage match =
        new UserStage.MatchSpans(
            OPEN_STREAM,
            CLOSE_STREAM,
            cancels,
            shape.key(),
            needed.stream()
                .map(
                    index ->
                        new UserStage.SpanColumn(
                            fromOpen(index), table.columns().get(index).name()))
                .toList());
    return user.stages(
        match,
        filters,
        expression ->
            expression.rewrite(
                part ->
                    part instanceof Expression.Column(int index, var name, var type)
                        ? new Expression.Column(needed.indexOf(index), name, type)
                        : part));
  }

  private boolean fromOpen(int index) {
    return !table.columns().get(index).availableAt(Half.CLOSE);
  }

  private List<Integer> needed(UserHalf user, List<Expression> filters) {
    return IntStream.concat(
            user.wanted().stream().flatMapToInt(Expression::columnIndexes),
            filters.stream().flatMapToInt(Expression::columnIndexes))
        .distinct()
        .sorted()
        .boxed()
        .toList();
  }

  private KernelPart.LoweredProgram halfProgram(
      Half half, int stream, List<Integer> columnIndexes) {
    Hook hook = table.hook(half);
    ProgramScope scope = scope(ProgramNames.of(hook));
    OpenBlock exit = scope.exitBlock();
    HookColumns columns = new HookColumns(table, half, scope.reader());
    ExpressionLowering expressions = new ExpressionLowering(scope.builder(), table, columns);
    scope.builder().at(pipeline.lines().filter());
    expressions.require(conjuncts.invariant(), exit);
    scope.builder().at(pipeline.lines().scan());
    List<Integer> shipped = new ArrayList<>(columnIndexes);
    int key = table.columns().indexOf(table.column(shape.key()));
    if (!shipped.contains(key)) {
      shipped.add(key);
    }
    Shipment shipment = new Shipment(shipped.stream().map(this::entry).toList());
    RecordLayout layout = layout(hook.event(), shipment);
    streams.add(new KernelStream.Events(stream, layout));
    RowStores stores = RowStores.compute(scope.builder(), columns, expressions, shipment, layout);
    ship(scope, stream, layout, stores, exit);
    return scope.finish(hook, false);
  }

  private KernelPart.LoweredProgram cancelProgram(Table.Cancel cancel, int stream) {
    ProgramScope scope = scope(ProgramNames.ofCancel(cancel.hook()));
    FunctionBuilder builder = scope.builder();
    OpenBlock exit = scope.exitBlock();
    Value key = builder.zeroExtend(32, scope.reader().integer(cancel.key()));
    if (cancel.unless().isPresent()) {
      HookValue other = cancel.unless().get();
      OpenBlock differs = builder.newBlock("differs");
      Value otherKey = scope.reader().integer(other);
      builder.branch(JumpOp.EQ, Width.W64, key, otherKey, exit, differs, Likelihood.LIKELY);
      builder.switchTo(differs);
    }
    Column column = table.column(shape.key());
    RecordLayout layout = header(cancel.hook().event()).add(column.name(), column.type()).build();
    streams.add(new KernelStream.Events(stream, layout));
    shipRecord(
        scope,
        stream,
        layout,
        exit,
        record ->
            builder.store(
                MemorySize.ofBytes(column.type().bytes()),
                record,
                layout.field(column.name()).offset(),
                key));
    return scope.finish(cancel.hook(), false);
  }

  private void ship(
      ProgramScope scope, int stream, RecordLayout layout, RowStores stores, OpenBlock exit) {
    shipRecord(scope, stream, layout, exit, record -> stores.storeTo(record, 0));
  }

  private void shipRecord(
      ProgramScope scope,
      int stream,
      RecordLayout layout,
      OpenBlock exit,
      java.util.function.Consumer<Value> fill) {
    FunctionBuilder builder = scope.builder();
    Value cpu = builder.call(HelperCall.GET_SMP_PROCESSOR_ID);
    int cpus = CpuAreas.count(profile);
    Value bounded = builder.alu(AluOp.AND, cpu, cpus - 1);
    Value counter =
        builder.pointerAdd(
            builder.mapValue(sequences, 8 * stream * cpus), builder.alu(AluOp.LSH, bounded, 3));
    Value sequence = builder.load(MemorySize.B8, counter, 0);
    builder.store(MemorySize.B8, counter, 0, builder.alu(AluOp.ADD, sequence, 1));
    ring.ship(
        scope,
        layout.bytes(),
        Loss.RING_FULL,
        record -> {
          builder.store(MemorySize.B4, record, layout.field("stream").offset(), stream);
          builder.store(MemorySize.B4, record, layout.field("cpu").offset(), cpu);
          builder.store(MemorySize.B8, record, layout.field("sequence").offset(), sequence);
          fill.accept(record);
        },
        exit);
  }

  private Shipment.Entry entry(int index) {
    Column column = table.columns().get(index);
    return new Shipment.Entry(
        column.name(),
        column.type(),
        new Expression.Column(index, column.name(), PlanColumn.typeOf(column.type())));
  }

  private static RecordLayout layout(String name, Shipment shipment) {
    RecordLayout.Builder builder = header(name);
    // The column cpu is what the header says already.
    shipment.entries().stream()
        .filter(entry -> !entry.field().equals("cpu"))
        .forEach(entry -> builder.add(entry.field(), entry.type()));
    return builder.build();
  }

  private static RecordLayout.Builder header(String name) {
    return RecordLayout.named(name)
        .add("stream", FieldType.U32)
        .add("cpu", FieldType.U32)
        .add("sequence", FieldType.U64);
  }

  private ProgramScope scope(String name) {
    ProgramScope scope = ProgramScope.of(name, profile, LossCounter.map(profile));
    scope.builder().at(pipeline.lines().scan());
    return scope;
  }
}
