// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.optimizer;

import dev.surefoot.compiler.plan.PlanNode;
import java.util.Optional;

/** A rewrite of a node and those below it that keeps rows, column names and column types. */
interface PlanRule {
  /** The node to have instead; empty where the rule does not fire. */
  Optional<PlanNode> apply(PlanNode node);
}
