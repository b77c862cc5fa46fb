// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.agent.exec;

import dev.surefoot.agent.exec.expression.CompiledExpression;
import dev.surefoot.agent.exec.expression.ExpressionCompiler;
import dev.surefoot.agent.exec.value.FieldReader;
import dev.surefoot.catalog.bundle.KernelStream;
import dev.surefoot.catalog.bundle.UserPlan;
import dev.surefoot.catalog.bundle.UserStage;
import dev.surefoot.catalog.expression.AggregateCall;
import dev.surefoot.catalog.expression.NamedExpression;
import dev.surefoot.catalog.expression.ValueType;
import dev.surefoot.catalog.layout.RecordLayout;
import java.util.ArrayList;
import java.util.List;

/** Builds a plan's operators, each over the next one, and at last the source over the first. */
final class Pipeline {
  private final UserPlan plan;
  private final KernelMemory memory;
  private final ExecutionSettings settings;
  private final LossCounts loss;
  private final RunState state;
  private final ExpressionCompiler compiler;

  Pipeline(
      UserPlan plan,
      KernelMemory memory,
      ExecutionSettings settings,
      LossCounts loss,
      RunState state) {
    this.plan = plan;
    this.memory = memory;
    this.settings = settings;
    this.loss = loss;
    this.state = state;
    compiler = new ExpressionCompiler(settings.names());
  }

  /** The source over all operators, and the reader that feeds it. */
  record Connected(RowSource source, RingReader ring) {}

  Connected build(RowOperator output) {
    List<UserStage> stages = plan.stages();
    List<List<ValueType>> types = columnTypes();
    checkOutput(types.getLast());
    RowOperator next = output;
    for (int i = stages.size() - 1; i > 0; i--) {
      next = operator(stages.get(i), types.get(i - 1), next);
    }
    return source(stages.getFirst(), next);
  }

  private void checkOutput(List<ValueType> types) {
    List<ValueType> declared = plan.output().stream().map(UserPlan.OutputColumn::type).toList();
    if (!types.equals(declared)) {
      throw new IllegalArgumentException(
          "the last stage gives columns of types " + types + ", the output has " + declared);
    }
  }

  private RowOperator operator(UserStage stage, List<ValueType> input, RowOperator next) {
    return switch (stage) {
      case UserStage.FilterRows(var predicate) ->
          new FilterOperator(compiler.compileBoolean(predicate), next);
      case UserStage.ProjectRows(var columns) ->
          new ProjectOperator(
              columns.stream().map(named -> compiler.compile(named.expression())).toList(), next);
      case UserStage.AggregateRows aggregate ->
          new AggregateOperator(aggregate, compiler, settings, loss, next);
      case UserStage.SortRows sort -> sort(sort, input, next);
      case UserStage.LimitRows(long limit) -> new LimitOperator(limit, state, next);
      case UserStage.ReadRows _, UserStage.MatchSpans _, UserStage.MergePartials _ ->
          throw new IllegalArgumentException("only the first stage reads streams: " + stage);
    };
  }

  private RowOperator sort(UserStage.SortRows sort, List<ValueType> input, RowOperator next) {
    List<CompiledExpression> keys =
        sort.keys().stream().map(key -> compiler.compile(key.expression())).toList();
    boolean[] descending = new boolean[keys.size()];
    for (int i = 0; i < descending.length; i++) {
      descending[i] = sort.keys().get(i).descending();
    }
    return new SortOperator(
        input, keys, descending, sort.limit(), settings.maxSortedRows(), loss, next);
  }

  private Connected source(UserStage first, RowOperator next) {
    return switch (first) {
      case UserStage.ReadRows(int stream, var fields) -> rows(plan.stream(stream), fields, next);
      case UserStage.MatchSpans match ->
          connect(new SpanMatchOperator(match, plan, memory.cpus(), loss, next));
      case UserStage.MergePartials merge -> partials(merge, next);
      case UserStage.FilterRows _,
          UserStage.ProjectRows _,
          UserStage.AggregateRows _,
          UserStage.SortRows _,
          UserStage.LimitRows _ ->
          throw new IllegalArgumentException("the first stage reads streams, not " + first);
    };
  }

  private Connected connect(RowSource source) {
    return new Connected(source, new RingReader(memory.ring(), source, loss));
  }

  private Connected rows(KernelStream stream, List<String> fields, RowOperator next) {
    return switch (stream) {
      case KernelStream.Events events ->
          connect(new EventSource(events, fields, memory.cpus(), loss, next));
      case KernelStream.Batches batches -> {
        BatchSource source = new BatchSource(batches, fields, memory, loss, next);
        Connected connected = connect(source);
        source.connect(connected.ring());
        yield connected;
      }
      case KernelStream.Partials partials ->
          throw new IllegalArgumentException("partial aggregates are not rows: " + partials);
    };
  }

  private Connected partials(UserStage.MergePartials merge, RowOperator next) {
    KernelStream.Partials stream = partials(merge.stream());
    PartialLayout layout = new PartialLayout(stream);
    MergePartialsOperator operator =
        new MergePartialsOperator(merge, stream, layout, settings, loss, next);
    PartialSource source = new PartialSource(stream, layout, memory, loss, operator);
    Connected connected = connect(source);
    source.connect(connected.ring());
    return connected;
  }

  private KernelStream.Partials partials(int id) {
    if (plan.stream(id) instanceof KernelStream.Partials partials) {
      return partials;
    }
    throw new IllegalArgumentException("no partial aggregates: " + plan.stream(id));
  }

  /** Types of the rows that each stage gives. */
  private List<List<ValueType>> columnTypes() {
    List<List<ValueType>> types = new ArrayList<>();
    for (UserStage stage : plan.stages()) {
      types.add(
          switch (stage) {
            case UserStage.ReadRows(int stream, var fields) ->
                fields.stream().map(name -> fieldType(layout(stream), name)).toList();
            case UserStage.MatchSpans match ->
                match.columns().stream()
                    .map(
                        column ->
                            fieldType(
                                layout(
                                    column.fromOpen() ? match.openStream() : match.closeStream()),
                                column.field()))
                    .toList();
            case UserStage.ProjectRows(var columns) -> types(columns);
            case UserStage.AggregateRows(_, _, var keys, var calls) ->
                ResultRow.of(types(keys), calls).types();
            case UserStage.MergePartials merge -> merged(merge);
            case UserStage.FilterRows _, UserStage.SortRows _, UserStage.LimitRows _ ->
                types.getLast();
          });
    }
    return types;
  }

  private static List<ValueType> types(List<NamedExpression> columns) {
    return columns.stream().map(named -> named.expression().type()).toList();
  }

  private List<ValueType> merged(UserStage.MergePartials merge) {
    List<AggregateCall> calls =
        merge.aggregates().stream().map(UserStage.FinishedAggregate::call).toList();
    List<ValueType> keys =
        partials(merge.stream()).keys().stream()
            .map(field -> FieldReader.valueType(field.type()))
            .toList();
    return ResultRow.of(keys, calls).types();
  }

  private static ValueType fieldType(RecordLayout layout, String name) {
    return FieldReader.valueType(layout.field(name).type());
  }

  private RecordLayout layout(int stream) {
    return switch (plan.stream(stream)) {
      case KernelStream.Events events -> events.event();
      case KernelStream.Batches batches -> batches.row();
      case KernelStream.Partials partials -> partials.partial();
    };
  }
}
