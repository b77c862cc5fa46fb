// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.split;

import dev.surefoot.catalog.asm.SourceLine;
import dev.surefoot.catalog.bundle.UserPlan.OutputColumn;
import dev.surefoot.catalog.bundle.UserStage;
import dev.surefoot.catalog.expression.AggregateCall;
import dev.surefoot.catalog.expression.Expression;
import dev.surefoot.catalog.expression.NamedExpression;
import dev.surefoot.catalog.schema.Table;
import java.util.List;

/**
 * A canonical plan with everything that could run in the kernel written over the columns of its
 * table, and everything that follows as stages of user space.
 *
 * @param conjuncts what a row must satisfy, each over the table's columns
 * @param tail what follows the body, over the body's columns
 */
public record Pipeline(
    Table table,
    List<Expression> conjuncts,
    Body body,
    List<UserStage> tail,
    List<OutputColumn> output,
    Lines lines) {
  /** What is made of the rows that satisfy the conjuncts. */
  public sealed interface Body {
    /** New rows. */
    record Rows(List<NamedExpression> columns) implements Body {
      public Rows {
        columns = List.copyOf(columns);
      }
    }

    /** Groups of windows; the columns are window_start, window_end, keys, aggregates. */
    record Groups(long windowNanos, List<NamedExpression> keys, List<AggregateCall> aggregates)
        implements Body {
      public Groups {
        keys = List.copyOf(keys);
        aggregates = List.copyOf(aggregates);
      }
    }
  }

  /** Which text each part came from. */
  public record Lines(SourceLine scan, SourceLine filter, SourceLine body) {}

  public Pipeline {
    conjuncts = List.copyOf(conjuncts);
    tail = List.copyOf(tail);
    output = List.copyOf(output);
  }

  /** Index of the table's time column. */
  public int timeColumn() {
    return table.columns().indexOf(table.column(table.timeColumn()));
  }
}
