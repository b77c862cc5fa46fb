// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.optimizer;

import static dev.surefoot.compiler.optimizer.TestingPlans.HERE;
import static dev.surefoot.compiler.optimizer.TestingPlans.SCAN;
import static dev.surefoot.compiler.optimizer.TestingPlans.column;
import static dev.surefoot.compiler.optimizer.TestingPlans.expression;
import static dev.surefoot.compiler.optimizer.TestingPlans.filter;
import static dev.surefoot.compiler.optimizer.TestingPlans.project;
import static dev.surefoot.compiler.optimizer.TestingPlans.query;

import dev.surefoot.catalog.expression.ComparisonOp;
import dev.surefoot.catalog.expression.Expression;
import dev.surefoot.compiler.plan.PlanNode;
import org.junit.jupiter.api.Test;

class FilterRulesTest {
  @Test
  void filtersAreMergedInnerFirst() {
    RuleTester.on(new MergeFilters(), filter(filter(SCAN, "pid = 1"), "ret < 0 AND tid = 2"))
        .becomes(
            """
            Filter[((pid#11 = 1) AND (ret#10 < 0) AND (tid#12 = 2))]
              Scan[system_calls]
            """);
  }

  @Test
  void singleFilterIsNotMerged() {
    RuleTester.on(new MergeFilters(), filter(SCAN, "pid = 1")).doesNotFire();
  }

  @Test
  void trueFilterIsRemoved() {
    RuleTester.on(new RemoveTrueFilter(), filter(SCAN, "TRUE")).becomes("Scan[system_calls]\n");
  }

  @Test
  void otherFiltersStay() {
    RuleTester.on(new RemoveTrueFilter(), filter(SCAN, "FALSE")).doesNotFire();
    RuleTester.on(new RemoveTrueFilter(), filter(SCAN, "pid = 1")).doesNotFire();
  }

  @Test
  void filterGoesBelowTheProjectThatMakesItsColumns() {
    PlanNode project = project(SCAN, "d", expression("exit_ts - enter_ts"));
    Expression above =
        new Expression.Comparison(
            ComparisonOp.GREATER, column(project, "d"), new Expression.IntLiteral(5));
    RuleTester.on(new PushFilterBelowProject(), new PlanNode.Filter(project, above, HERE))
        .becomes(
            """
            Project[d=(exit_ts#2 - enter_ts#1)]
              Filter[((exit_ts#2 - enter_ts#1) > 5)]
                Scan[system_calls]
            """);
  }

  @Test
  void filterOfATableStays() {
    RuleTester.on(new PushFilterBelowProject(), filter(SCAN, "pid = 1")).doesNotFire();
  }

  @Test
  void havingOfKeysIsDecidedBeforeGrouping() {
    RuleTester.on(new PushFilterBelowAggregate(), having("pid = 5 AND COUNT(*) > 2"))
        .becomes(
            """
            Filter[(COUNT(*)#3 > 2)]
              WindowAggregate[window 1000000000 ns of exit_ts; keys pid=pid#11; COUNT(*)=COUNT(*)]
                Filter[(pid#11 = 5)]
                  Scan[system_calls]
            """);
  }

  @Test
  void havingOfKeysAloneLeavesNoFilterBehind() {
    RuleTester.on(new PushFilterBelowAggregate(), having("pid = 5"))
        .becomes(
            """
            WindowAggregate[window 1000000000 ns of exit_ts; keys pid=pid#11; ]
              Filter[(pid#11 = 5)]
                Scan[system_calls]
            """);
  }

  @Test
  void havingOfAggregatesAndWindowsStays() {
    RuleTester.on(new PushFilterBelowAggregate(), having("COUNT(*) > pid")).doesNotFire();
    RuleTester.on(new PushFilterBelowAggregate(), having("window_start > 5")).doesNotFire();
  }

  private static PlanNode having(String condition) {
    PlanNode.Project project =
        (PlanNode.Project)
            query("SELECT pid FROM system_calls GROUP BY pid HAVING " + condition + " WINDOW 1 s");
    return project.input();
  }
}
