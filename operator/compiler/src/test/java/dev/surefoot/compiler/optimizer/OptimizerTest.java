// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.optimizer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surefoot.catalog.golden.Golden;
import dev.surefoot.compiler.plan.LogicalPlan;
import dev.surefoot.compiler.plan.PlanColumn;
import dev.surefoot.compiler.plan.PlanPrinter;
import dev.surefoot.compiler.sql.CompileResult;
import dev.surefoot.compiler.sql.SqlCases;
import dev.surefoot.compiler.sql.SqlFrontEnd;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OptimizerTest {
  static List<String> cases() throws IOException {
    return SqlCases.queries();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void planIsBroughtToItsCanonicalShape(String name) throws IOException {
    LogicalPlan plan = plan(name);
    LogicalPlan optimized = Optimizer.optimize(plan);
    assertThat(shape(optimized)).isEqualTo(shape(plan));
    Golden.check("optimizer/" + name, plan.source().text() + "\n" + PlanPrinter.print(optimized));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void canonicalPlanStaysAsItIs(String name) throws IOException {
    LogicalPlan optimized = Optimizer.optimize(plan(name));
    assertThat(Optimizer.optimize(optimized)).isEqualTo(optimized);
  }

  private static LogicalPlan plan(String name) throws IOException {
    return ((CompileResult.Analyzed) SqlFrontEnd.compile(SqlCases.query(name))).plan();
  }

  private static List<PlanColumn> shape(LogicalPlan plan) {
    return plan.columns().stream()
        .map(column -> PlanColumn.computed(column.name(), column.type()))
        .toList();
  }
}
