// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.split;

import dev.surefoot.catalog.expression.Expression;
import dev.surefoot.catalog.schema.Half;
import dev.surefoot.catalog.schema.Table;
import java.util.List;

/**
 * Which conjuncts can be decided where.
 *
 * @param invariant decided alike at both halves of a span
 * @param open decided with values of the opening half only
 * @param rest decided in the kernel once the whole row is there
 * @param residual decided in user space
 */
public record Conjuncts(
    List<Expression> invariant,
    List<Expression> open,
    List<Expression> rest,
    List<Expression> residual) {

  /** Divides the conjuncts of a pipeline. */
  public static Conjuncts of(Pipeline pipeline) {
    Table table = pipeline.table();
    List<Expression> decidable =
        pipeline.conjuncts().stream().filter(KernelExpressible::predicate).toList();
    List<Expression> residual =
        pipeline.conjuncts().stream().filter(part -> !KernelExpressible.predicate(part)).toList();
    if (table.shape() instanceof Table.Shape.Event) {
      return new Conjuncts(List.of(), List.of(), decidable, residual);
    }
    List<Expression> open =
        decidable.stream().filter(part -> hadAt(table, part, Half.OPEN)).toList();
    List<Expression> invariant =
        open.stream().filter(part -> hadAt(table, part, Half.CLOSE)).toList();
    return new Conjuncts(
        invariant,
        open.stream().filter(part -> !invariant.contains(part)).toList(),
        decidable.stream().filter(part -> !open.contains(part)).toList(),
        residual);
  }

  /** Whether every column of the expression is had at the half. */
  public static boolean hadAt(Table table, Expression expression, Half half) {
    return expression
        .columnIndexes()
        .allMatch(column -> table.columns().get(column).availableAt(half));
  }
}
