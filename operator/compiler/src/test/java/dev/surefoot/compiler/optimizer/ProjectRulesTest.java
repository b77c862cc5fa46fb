// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.optimizer;

import static dev.surefoot.compiler.optimizer.TestingPlans.HERE;
import static dev.surefoot.compiler.optimizer.TestingPlans.SCAN;
import static dev.surefoot.compiler.optimizer.TestingPlans.column;
import static dev.surefoot.compiler.optimizer.TestingPlans.expression;
import static dev.surefoot.compiler.optimizer.TestingPlans.project;
import static dev.surefoot.compiler.optimizer.TestingPlans.query;

import dev.surefoot.catalog.expression.ArithmeticOp;
import dev.surefoot.catalog.expression.Expression;
import dev.surefoot.catalog.expression.NamedExpression;
import dev.surefoot.compiler.plan.PlanNode;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProjectRulesTest {
  @Test
  void projectsAreMerged() {
    PlanNode inner = project(SCAN, "d", expression("exit_ts - enter_ts"));
    PlanNode outer =
        project(
            inner,
            "half",
            new Expression.Arithmetic(
                ArithmeticOp.DIVIDE, column(inner, "d"), new Expression.IntLiteral(2)));
    RuleTester.on(new MergeProjects(), outer)
        .becomes(
            """
            Project[half=((exit_ts#2 - enter_ts#1) / 2)]
              Scan[system_calls]
            """);
  }

  @Test
  void singleProjectIsNotMerged() {
    RuleTester.on(new MergeProjects(), project(SCAN, "p", expression("pid"))).doesNotFire();
  }

  @Test
  void identityIsRemoved() {
    RuleTester.on(new RemoveIdentityProject(), query("SELECT * FROM process_exec"))
        .becomes("Scan[process_exec]\n");
  }

  @Test
  void projectThatRenamesReordersOrDropsStays() {
    RuleTester.on(new RemoveIdentityProject(), project(SCAN, "ts", column(SCAN, "ts")))
        .doesNotFire();
    PlanNode two =
        new PlanNode.Project(
            SCAN,
            List.of(
                new NamedExpression("a", expression("pid")),
                new NamedExpression("b", expression("tid"))),
            HERE);
    PlanNode exchanged =
        new PlanNode.Project(
            two,
            List.of(
                new NamedExpression("b", column(two, "b")),
                new NamedExpression("a", column(two, "a"))),
            HERE);
    PlanNode renamed =
        new PlanNode.Project(
            two,
            List.of(
                new NamedExpression("a", column(two, "a")),
                new NamedExpression("c", column(two, "b"))),
            HERE);
    RuleTester.on(new RemoveIdentityProject(), exchanged).doesNotFire();
    RuleTester.on(new RemoveIdentityProject(), renamed).doesNotFire();
  }

  @Test
  void aggregateIsGivenWhatItNeeds() {
    PlanNode.Project figure2c =
        (PlanNode.Project)
            query(
                "SELECT pid, MAX(exit_ts - enter_ts) AS m FROM system_calls GROUP BY pid WINDOW 1 s");
    RuleTester.on(new PruneColumns(), figure2c.input())
        .becomes(
            """
            WindowAggregate[window 1000000000 ns of exit_ts; keys pid=pid#2; m=MAX((exit_ts#1 - enter_ts#0))]
              Project[enter_ts=enter_ts#1, exit_ts=exit_ts#2, pid=pid#11]
                Scan[system_calls]
            """);
  }

  @Test
  void timeColumnIsAlwaysNeeded() {
    PlanNode.Project count =
        (PlanNode.Project) query("SELECT COUNT(*) AS c FROM process_exec WINDOW 1 s");
    RuleTester.on(new PruneColumns(), count.input())
        .becomes(
            """
            WindowAggregate[window 1000000000 ns of ts; keys ; c=COUNT(*)]
              Project[ts=ts#0]
                Scan[process_exec]
            """);
  }

  @Test
  void prunedAggregateIsNotPrunedAgain() {
    PlanNode.Project count =
        (PlanNode.Project) query("SELECT COUNT(*) AS c FROM process_exec WINDOW 1 s");
    PlanNode pruned = new PruneColumns().apply(count.input()).orElseThrow();
    RuleTester.on(new PruneColumns(), pruned).doesNotFire();
  }
}
