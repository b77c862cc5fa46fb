// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surefoot.catalog.schema.Table;
import dev.surefoot.compiler.diagnostic.DiagnosticPrinter;
import dev.surefoot.compiler.diagnostic.SourceText;
import dev.surefoot.compiler.optimizer.Optimizer;
import dev.surefoot.compiler.plan.LogicalPlan;
import dev.surefoot.compiler.plan.PlanNode;
import dev.surefoot.compiler.plan.PlanPrinter;
import dev.surefoot.compiler.reference.EventLog;
import dev.surefoot.compiler.reference.Names;
import dev.surefoot.compiler.reference.RandomEvents;
import dev.surefoot.compiler.reference.ReferenceInterpreter;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class RandomQueriesTest {
  @Property(tries = 300)
  void everyQueryCompilesToTheSamePlanTwice(@ForAll long seed) {
    String sql = new RandomQueries(seed).next();
    assertThat(plan(sql)).isEqualTo(plan(sql));
    assertThat(PlanPrinter.print(plan(sql))).contains("Scan[");
  }

  @Property(tries = 300)
  void optimizedQueryHasTheSameRows(@ForAll long seed) {
    String sql = new RandomQueries(seed).next();
    LogicalPlan plan = plan(sql);
    LogicalPlan optimized = Optimizer.optimize(plan);
    EventLog log = new RandomEvents(seed).log(table(plan.root()), 120);
    assertThat(ReferenceInterpreter.run(optimized, log, Names.NONE))
        .as(sql)
        .isEqualTo(ReferenceInterpreter.run(plan, log, Names.NONE));
    assertThat(Optimizer.optimize(optimized)).isEqualTo(optimized);
  }

  @Test
  void queriesAreOfAllKindsAndHaveRows() {
    RandomQueries queries = new RandomQueries(1);
    List<String> texts = Stream.generate(queries::next).limit(500).toList();
    assertThat(texts)
        .anyMatch(sql -> sql.contains("HAVING"))
        .anyMatch(sql -> sql.contains("DISTINCT a") || sql.contains("SELECT DISTINCT"))
        .anyMatch(sql -> sql.contains("ORDER BY"))
        .anyMatch(sql -> sql.contains("STDDEV"))
        .anyMatch(sql -> sql.contains("FILTER"))
        .anyMatch(sql -> sql.contains("SELECT *"));
    long withRows = texts.stream().filter(RandomQueriesTest::hasRows).count();
    assertThat(withRows).isGreaterThan(200);
  }

  private static boolean hasRows(String sql) {
    LogicalPlan plan = plan(sql);
    EventLog log = new RandomEvents(7).log(table(plan.root()), 60);
    return !ReferenceInterpreter.run(plan, log, Names.NONE).isEmpty();
  }

  private static Table table(PlanNode node) {
    return node instanceof PlanNode.Scan scan ? scan.table() : table(node.inputs().getFirst());
  }

  private static LogicalPlan plan(String sql) {
    SourceText text = new SourceText("random", sql);
    return switch (SqlFrontEnd.compile(text)) {
      case CompileResult.Analyzed(var plan, _) -> plan;
      case CompileResult.Rejected(var diagnostics) ->
          throw new AssertionError(new DiagnosticPrinter(text, false).print(diagnostics));
    };
  }
}
