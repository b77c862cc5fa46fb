// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surefoot.catalog.golden.Golden;
import dev.surefoot.compiler.diagnostic.DiagnosticPrinter;
import dev.surefoot.compiler.diagnostic.Severity;
import dev.surefoot.compiler.diagnostic.SourceText;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WrongInputTest {
  static List<String> cases() throws IOException {
    return SqlCases.wrong();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void isRejectedWithPlaceReasonAndHint(String name) throws IOException {
    SourceText text = SqlCases.wrong(name);
    CompileResult result = SqlFrontEnd.compile(text);
    assertThat(result).isInstanceOf(CompileResult.Rejected.class);
    CompileResult.Rejected rejected = (CompileResult.Rejected) result;
    assertThat(rejected.diagnostics()).anyMatch(d -> d.severity() == Severity.ERROR);
    Golden.check(
        "diagnostic/" + name, new DiagnosticPrinter(text, false).print(rejected.diagnostics()));
  }

  @Test
  void thirtyKindsOfWrongInputAreCovered() throws IOException {
    assertThat(cases()).hasSizeGreaterThan(30);
  }
}
