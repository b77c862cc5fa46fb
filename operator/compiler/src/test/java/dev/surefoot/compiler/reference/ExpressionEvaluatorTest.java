// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surefoot.catalog.expression.Expression;
import dev.surefoot.compiler.diagnostic.SourceText;
import dev.surefoot.compiler.plan.PlanNode;
import dev.surefoot.compiler.sql.CompileResult;
import dev.surefoot.compiler.sql.SqlFrontEnd;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpressionEvaluatorTest {
  private static final Names NAMES =
      new Names() {
        @Override
        public Optional<String> systemCall(long number) {
          return number == 257 ? Optional.of("openat") : Optional.empty();
        }

        @Override
        public Optional<String> error(long number) {
          return number == 2 ? Optional.of("ENOENT") : Optional.empty();
        }

        @Override
        public Optional<String> signal(long number) {
          return number == 9 ? Optional.of("SIGKILL") : Optional.empty();
        }
      };

  /** Of columns: pid 5, path "bash". */
  @ParameterizedTest
  @CsvSource({
    "7 / 2, 3",
    "-7 / 2, -3",
    "-7 % 2, -1",
    "pid / 0, NULL",
    "pid % 0, NULL",
    "(-9223372036854775807 - 1) / -1, -9223372036854775808",
    "9223372036854775807 + 1, -9223372036854775808",
    "ABS(-9223372036854775807 - 1), -9223372036854775808",
    "'BITOR(12, 10)', 14",
    "12 & 10, 8",
    "12 ^ 10, 6",
    "5e0 / 2, 2.5",
    "pid / 0e0, NULL",
    "SQRT(-1), NULL",
    "SQRT(2.25), 1.5",
    "ROUND(2.5), 3.0",
    "ROUND(-2.5), -3.0",
    "ROUND(0.49999999999999994), 0.0",
    "FLOOR(-0.5), -1.0",
    "CEIL(1.2), 2.0",
    "CAST(-2.9 AS BIGINT), -2",
    "CAST(1e30 AS BIGINT), 9223372036854775807",
    "CAST(pid AS DOUBLE), 5.0",
    "CAST(pid AS VARCHAR), 5",
    "CAST(pid > 1 AS VARCHAR), TRUE",
    "CAST(2.5 AS VARCHAR), 2.5",
    "pid = 5 AND pid / 0 = 1, NULL",
    "pid = 4 AND pid / 0 = 1, FALSE",
    "pid = 5 OR pid / 0 = 1, TRUE",
    "pid = 4 OR pid / 0 = 1, NULL",
    "NOT pid / 0 = 1, NULL",
    "pid / 0 IS NULL, TRUE",
    "(pid / 0 = 1) IS NOT TRUE, TRUE",
    "pid / 0 IS DISTINCT FROM pid, TRUE",
    "pid / 0 IS NOT DISTINCT FROM pid % 0, TRUE",
    "'pid NOT IN (1, pid / 0)', NULL",
    "pid BETWEEN 5 AND 5, TRUE",
    "'COALESCE(pid / 0, 3)', 3",
    "'NULLIF(pid, 5)', NULL",
    "CASE WHEN pid / 0 = 1 THEN 1 ELSE 2 END, 2",
    "CASE WHEN pid = 1 THEN 1 END, NULL",
    "UPPER(path), BASH",
    "LENGTH('é€'), 5",
    "UPPER('é'), é",
    "'SUBSTRING(path, 2)', ash",
    "'SUBSTRING(path, 2, 2)', as",
    "'SUBSTRING(path, 0, 2)', b",
    "'SUBSTRING(path, -5, 7)', b",
    "'SUBSTRING(path, 3, -1)', ''",
    "'SUBSTRING(path, 3, 9223372036854775807)', sh",
    "'path || ''-'' || path', bash-bash",
    "'CONCAT(path, ERRNAME(7))', NULL",
    "path LIKE 'b%h', TRUE",
    "path LIKE 'b_h', FALSE",
    "'''a.c'' LIKE ''a_c''', TRUE",
    "path LIKE '', FALSE",
    "'''é'' LIKE ''__''', TRUE",
    "path > 'BASH', TRUE",
    "'''é'' > ''z''', TRUE",
    "SYSCALLNAME(257), openat",
    "SYSCALLNAME(-1), syscall_-1",
    "ERRNAME(-2), ENOENT",
    "ERRNAME(2), ENOENT",
    "ERRNAME(0), NULL",
    "SIGNAME(9), SIGKILL",
    "SIGNAME(-9), NULL"
  })
  void valueIsThatOfTheLanguage(String sql, String value) {
    assertThat(printed(evaluate(sql))).isEqualTo(value);
  }

  @Test
  void comparisonWithNanIsFalseAndNotNull() {
    String nan = "(1e308 * 10 - 1e308 * 10)";
    assertThat(evaluate(nan + " < 1")).isEqualTo(false);
    assertThat(evaluate(nan + " <> " + nan)).isEqualTo(true);
    assertThat(evaluate("CAST(" + nan + " AS BIGINT)")).isNull();
  }

  private static String printed(Object value) {
    return switch (value) {
      case null -> "NULL";
      case Boolean truth -> truth ? "TRUE" : "FALSE";
      case String bytes -> Bytes.text(bytes);
      default -> value.toString();
    };
  }

  private static Object evaluate(String sql) {
    SourceText text = new SourceText("test", "SELECT " + sql + " AS x, * FROM process_exec");
    CompileResult result = SqlFrontEnd.compile(text);
    assertThat(result).isInstanceOf(CompileResult.Analyzed.class);
    PlanNode.Project project = (PlanNode.Project) ((CompileResult.Analyzed) result).plan().root();
    List<Object> row = new ArrayList<>();
    project
        .input()
        .columns()
        .forEach(column -> row.add(column.name().equals("path") ? "bash" : 5L));
    Expression expression = project.expressions().getFirst().expression();
    return new ExpressionEvaluator(NAMES).evaluate(expression, row);
  }
}
