// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.split;

import dev.surefoot.catalog.expression.AggregateCall;
import dev.surefoot.catalog.expression.Expression;
import dev.surefoot.catalog.expression.NamedExpression;
import dev.surefoot.catalog.layout.FieldType;
import dev.surefoot.catalog.layout.RecordLayout;
import dev.surefoot.catalog.schema.Column;
import dev.surefoot.catalog.schema.Half;
import dev.surefoot.catalog.schema.HookValue;
import dev.surefoot.catalog.schema.Table;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What the kernel keeps of an open span: the columns that only the opening half has and that are
 * asked for after the close.
 *
 * @param columns indexes of the kept columns, the widest first
 * @param marker the field that is 0 where no span is open: a kept clock, or one of its own
 */
public record SpanSlot(List<Integer> columns, String marker, RecordLayout layout) {
  private static final String OWN_MARKER = "open";

  public SpanSlot {
    columns = List.copyOf(columns);
  }

  /** Whether the marker is a field of its own. */
  public boolean hasOwnMarker() {
    return marker.equals(OWN_MARKER);
  }

  /** The slot that a pipeline over a span table needs. */
  public static SpanSlot of(Pipeline pipeline) {
    Table table = pipeline.table();
    List<Integer> kept =
        neededAfterClose(pipeline)
            .filter(index -> !table.columns().get(index).availableAt(Half.CLOSE))
            .boxed()
            .sorted(Comparator.comparing(index -> -table.columns().get(index).type().bytes()))
            .toList();
    Optional<String> clock =
        kept.stream()
            .map(index -> table.columns().get(index))
            .filter(column -> column.valueAt(Half.OPEN) instanceof HookValue.Clock)
            .map(Column::name)
            .findFirst();
    RecordLayout.Builder layout = RecordLayout.named("span");
    if (clock.isEmpty()) {
      layout.add(OWN_MARKER, FieldType.U64);
    }
    kept.forEach(
        index -> layout.add(table.columns().get(index).name(), table.columns().get(index).type()));
    return new SpanSlot(kept, clock.orElse(OWN_MARKER), layout.build());
  }

  /** Columns that conjuncts (but those decided at the opening) and the body name. */
  private static IntStream neededAfterClose(Pipeline pipeline) {
    Conjuncts conjuncts = Conjuncts.of(pipeline);
    Stream<Expression> filters =
        Stream.concat(conjuncts.rest().stream(), conjuncts.residual().stream());
    Stream<Expression> body =
        switch (pipeline.body()) {
          case Pipeline.Body.Rows(var columns) -> columns.stream().map(NamedExpression::expression);
          case Pipeline.Body.Groups(_, var keys, var aggregates) ->
              Stream.concat(
                  keys.stream().map(NamedExpression::expression),
                  aggregates.stream().map(AggregateCall::argument).flatMap(Optional::stream));
        };
    return Stream.concat(filters, body).flatMapToInt(Expression::columnIndexes).distinct();
  }
}
