// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.sql;

import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Random valid expressions over given leaves, as SQL text.
 *
 * @param integers expressions of type INT64 to build on; at least one
 * @param texts expressions of type TEXT to build on; may be none
 */
record RandomExpressions(RandomGenerator random, List<String> integers, List<String> texts) {
  private static final List<String> ARITHMETIC = List.of("+", "-", "*", "/", "%", "&", "^");
  private static final List<String> COMPARISONS = List.of("=", "<>", "!=", "<", "<=", ">", ">=");
  private static final List<String> INTEGERS =
      List.of(
          "0", "1", "-1", "2", "7", "100", "1000000", "(-9223372036854775807 - 1)", "4294967296");
  private static final List<String> TEXTS =
      List.of("'bash'", "''", "'a''b'", "'%'", "'\u00e9\u20ac'", "'kworker'", "'/usr/bin/ls'");
  private static final List<String> PATTERNS =
      List.of("'%'", "'ba%'", "'%s%'", "'_ash'", "'bash'", "'%\u00e9_'", "''");

  String pick(List<String> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  /** An INT64 expression; {@code depth} operations deep at most. */
  String integer(int depth) {
    if (depth == 0) {
      return random.nextInt(3) == 0 ? pick(INTEGERS) : pick(integers);
    }
    return switch (random.nextInt(13)) {
      case 0, 1, 2, 3 ->
          "(" + integer(depth - 1) + " " + pick(ARITHMETIC) + " " + integer(depth - 1) + ")";
      case 4 -> "ABS(" + integer(depth - 1) + ")";
      case 5 -> "- (" + integer(depth - 1) + ")";
      case 6 -> "BITOR(" + integer(depth - 1) + ", " + integer(depth - 1) + ")";
      case 7 -> "MOD(" + integer(depth - 1) + ", " + integer(depth - 1) + ")";
      case 8 -> "NULLIF(" + integer(depth - 1) + ", " + integer(depth - 1) + ")";
      case 9 -> "COALESCE(" + integer(depth - 1) + ", " + integer(depth - 1) + ")";
      case 10 -> "LENGTH(" + text(depth - 1) + ")";
      case 11 -> "CAST(" + real(depth - 1) + " AS BIGINT)";
      default ->
          "CASE WHEN " + condition(depth - 1) + " THEN " + integer(depth - 1) + otherwise(depth);
    };
  }

  private String otherwise(int depth) {
    return random.nextBoolean() ? " END" : " ELSE " + integer(depth - 1) + " END";
  }

  /** A TEXT expression. */
  String text(int depth) {
    if (depth == 0) {
      return texts.isEmpty() || random.nextInt(3) == 0 ? pick(TEXTS) : pick(texts);
    }
    return switch (random.nextInt(11)) {
      case 0 -> "UPPER(" + text(depth - 1) + ")";
      case 1 -> "LOWER(" + text(depth - 1) + ")";
      case 2 -> "SUBSTRING(" + text(depth - 1) + ", " + (random.nextInt(8) - 2) + ")";
      case 3 -> "SUBSTRING(" + text(depth - 1) + ", " + integer(0) + ", " + random.nextInt(6) + ")";
      case 4 -> "(" + text(depth - 1) + " || " + text(depth - 1) + ")";
      case 5 -> "CONCAT(" + text(depth - 1) + ", ':', " + text(depth - 1) + ")";
      case 6 -> "CAST(" + integer(depth - 1) + " AS VARCHAR)";
      case 7 -> "SYSCALLNAME(" + integer(depth - 1) + ")";
      case 8 -> "COALESCE(ERRNAME(" + integer(depth - 1) + "), " + text(depth - 1) + ")";
      case 9 -> "SIGNAME(" + integer(depth - 1) + ")";
      default ->
          "CASE WHEN "
              + condition(depth - 1)
              + " THEN "
              + text(depth - 1)
              + " ELSE "
              + text(depth - 1)
              + " END";
    };
  }

  /** A DOUBLE expression. */
  String real(int depth) {
    if (depth == 0) {
      return "(" + integer(0) + " * 1.5)";
    }
    return switch (random.nextInt(7)) {
      case 0 -> "CAST(" + integer(depth - 1) + " AS DOUBLE)";
      case 1 -> "(" + integer(depth - 1) + " / 1e3)";
      case 2 -> "(" + real(depth - 1) + " " + pick(List.of("+", "-", "*", "/")) + " 2.5)";
      case 3 -> "FLOOR(" + real(depth - 1) + ")";
      case 4 -> "ROUND(" + real(depth - 1) + ")";
      case 5 -> "CEIL(" + real(depth - 1) + ")";
      default -> "SQRT(" + integer(depth - 1) + ")";
    };
  }

  /** A condition. */
  String condition(int depth) {
    if (depth == 0) {
      return texts.isEmpty() || random.nextInt(3) > 0
          ? "(" + integer(0) + " " + pick(COMPARISONS) + " " + integer(0) + ")"
          : "(" + pick(texts) + " " + pick(COMPARISONS) + " " + pick(TEXTS) + ")";
    }
    return switch (random.nextInt(12)) {
      case 0, 1 -> "(" + condition(depth - 1) + " AND " + condition(depth - 1) + ")";
      case 2, 3 -> "(" + condition(depth - 1) + " OR " + condition(depth - 1) + ")";
      case 4 -> "NOT " + condition(depth - 1);
      case 5 -> "(" + text(depth - 1) + not() + " LIKE " + pick(PATTERNS) + ")";
      case 6 ->
          "(" + integer(depth - 1) + not() + " IN (" + integer(0) + ", " + integer(0) + ", 3))";
      case 7 ->
          "(" + integer(depth - 1) + not() + " BETWEEN " + integer(0) + " AND " + integer(0) + ")";
      case 8 -> "(" + integer(depth - 1) + " IS" + not() + " NULL)";
      case 9 -> "(" + condition(depth - 1) + " IS" + not() + pick(List.of(" TRUE)", " FALSE)"));
      case 10 -> "(" + real(depth - 1) + " " + pick(COMPARISONS) + " " + integer(depth - 1) + ")";
      default -> "(" + integer(depth - 1) + " IS" + not() + " DISTINCT FROM " + integer(0) + ")";
    };
  }

  private String not() {
    return random.nextInt(3) == 0 ? " NOT" : "";
  }
}
