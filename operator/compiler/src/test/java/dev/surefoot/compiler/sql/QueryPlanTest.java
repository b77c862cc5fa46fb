// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surefoot.catalog.golden.Golden;
import dev.surefoot.compiler.diagnostic.DiagnosticPrinter;
import dev.surefoot.compiler.diagnostic.SourceText;
import dev.surefoot.compiler.plan.PlanPrinter;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class QueryPlanTest {
  static List<String> cases() throws IOException {
    return SqlCases.queries();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void queryBecomesItsPlan(String name) throws IOException {
    SourceText text = SqlCases.query(name);
    CompileResult result = SqlFrontEnd.compile(text);
    assertThat(result).isInstanceOf(CompileResult.Analyzed.class);
    CompileResult.Analyzed analyzed = (CompileResult.Analyzed) result;
    Golden.check(
        "plan/" + name,
        text.text()
            + "\n"
            + PlanPrinter.print(analyzed.plan())
            + new DiagnosticPrinter(text, false).print(analyzed.warnings()));
  }
}
