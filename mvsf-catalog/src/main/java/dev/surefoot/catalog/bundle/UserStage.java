// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.catalog.bundle;

import dev.surefoot.catalog.expression.AggregateCall;
import dev.surefoot.catalog.expression.Expression;
import dev.surefoot.catalog.expression.NamedExpression;
import java.util.List;

/** A stage of the user-space half. Each takes the rows of the one before it. */
public sealed interface UserStage {
  /**
   * The first stage over {@code Events} or {@code Batches}: row columns are the named fields of the
   * record.
   */
  record ReadRows(int stream, List<String> fields) implements UserStage {
    public ReadRows {
      fields = List.copyOf(fields);
    }
  }

  /**
   * The first stage where spans are matched in user space: pairs records by the integer field
   * {@code key}, as {@code Table.Shape.Span} says.
   *
   * @param cancels streams whose {@code key} field discards an open span
   * @param columns the row's columns, each a field of the opening or the closing record
   */
  record MatchSpans(
      int openStream, int closeStream, List<Integer> cancels, String key, List<SpanColumn> columns)
      implements UserStage {
    public MatchSpans {
      cancels = List.copyOf(cancels);
      columns = List.copyOf(columns);
    }
  }

  /** A column of a matched span. */
  record SpanColumn(boolean fromOpen, String field) {}

  /** Keeps the rows for which the predicate is TRUE. */
  record FilterRows(Expression predicate) implements UserStage {}

  /** Makes a new row of expressions over the old one. */
  record ProjectRows(List<NamedExpression> columns) implements UserStage {
    public ProjectRows {
      columns = List.copyOf(columns);
    }
  }

  /**
   * Groups the rows of each window. The result's columns are {@code window_start} and {@code
   * window_end} (ns), the keys, the aggregates.
   *
   * @param windowNanos length of a tumbling window, aligned to CLOCK_MONOTONIC's zero; 0: one
   *     window from start to end of the run
   * @param timeColumn index of the input column that holds a row's time in ns
   */
  record AggregateRows(
      long windowNanos, int timeColumn, List<NamedExpression> keys, List<AggregateCall> aggregates)
      implements UserStage {
    public AggregateRows {
      keys = List.copyOf(keys);
      aggregates = List.copyOf(aggregates);
    }
  }

  /**
   * The first stage over {@code Partials}: merges them by window and key and finishes the
   * aggregates. The result's columns are as {@link AggregateRows} has them.
   *
   * @param keyNames the partial's fields that are the key, in order
   */
  record MergePartials(
      int stream, long windowNanos, List<String> keyNames, List<FinishedAggregate> aggregates)
      implements UserStage {
    public MergePartials {
      keyNames = List.copyOf(keyNames);
      aggregates = List.copyOf(aggregates);
    }
  }

  /**
   * An aggregate from its merged states.
   *
   * @param states indexes into the stream's states: for AVG the sum, the count and, where the sum
   *     may wrap at 64 bits, the sum of the values' upper 32 bits (signed); else one
   */
  record FinishedAggregate(AggregateCall call, List<Integer> states) {
    public FinishedAggregate {
      states = List.copyOf(states);
    }
  }

  /**
   * Sorts the rows of each window and keeps the first ones.
   *
   * @param limit rows to keep; {@link Long#MAX_VALUE} for all
   */
  record SortRows(List<SortKey> keys, long limit) implements UserStage {
    public SortRows {
      keys = List.copyOf(keys);
    }
  }

  /** A column to sort by; NULLs come last. */
  record SortKey(Expression expression, boolean descending) {}

  /** Ends the query after this many rows. */
  record LimitRows(long limit) implements UserStage {}
}
