// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.plan;

import dev.surefoot.compiler.diagnostic.SourceText;
import java.util.List;

/**
 * A query as its text says it.
 *
 * @param root makes the rows that the user sees
 * @param source the text that every node's {@link PlanNode#source()} is in
 */
public record LogicalPlan(PlanNode root, SourceText source) {
  /** The columns that the user sees. */
  public List<PlanColumn> columns() {
    return root.columns();
  }

  /** The same query with another way to compute it. */
  public LogicalPlan withRoot(PlanNode newRoot) {
    return new LogicalPlan(newRoot, source);
  }
}
