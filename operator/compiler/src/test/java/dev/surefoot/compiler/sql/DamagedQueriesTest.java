// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surefoot.compiler.diagnostic.DiagnosticPrinter;
import dev.surefoot.compiler.diagnostic.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Whatever the text is, the front end answers with a plan or diagnostics, never an exception. */
class DamagedQueriesTest {
  private static final List<String> SCRAPS =
      List.of(
          "'",
          "\"",
          "(",
          ")",
          ",",
          ";",
          "*",
          "--",
          "/*",
          "?",
          ".",
          "NULL",
          "WINDOW",
          "SELECT",
          "FROM",
          "AS",
          "GROUP BY",
          "ORDER BY 1",
          "LIMIT 5",
          "COUNT(*)",
          "pid",
          "1e5",
          "-",
          "CASE",
          "window_start",
          "IN",
          "99999999999999999999",
          "\n",
          "\t",
          "OVER",
          "JOIN",
          "x'ff'",
          "U&'a'",
          "ROW",
          "ARRAY[1]",
          "{d '2020-01-01'}",
          "\u0000",
          "\u1276",
          "\uD83D\uDE00",
          "DISTINCT");

  @Property(tries = 400)
  void damagedQueryIsAnswered(@ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    String text = new RandomQueries(seed).next();
    for (int i = 0; i <= random.nextInt(3); i++) {
      text = damaged(text, random);
    }
    answer(text);
  }

  @Property(tries = 200)
  void anyTextIsAnswered(@ForAll String text) {
    answer(text);
    answer("SELECT " + text + " FROM system_calls");
  }

  private static void answer(String text) {
    SourceText source = new SourceText("damaged", text);
    switch (SqlFrontEnd.compile(source)) {
      case CompileResult.Analyzed(var plan, _) -> assertThat(plan.columns()).isNotEmpty();
      case CompileResult.Rejected(var diagnostics) -> {
        assertThat(diagnostics).isNotEmpty();
        assertThat(new DiagnosticPrinter(source, false).print(diagnostics)).contains("^");
      }
    }
  }

  private static String damaged(String text, RandomGenerator random) {
    List<String> words = new ArrayList<>(List.of(text.split("(?<=[ ,()])|(?=[ ,()])")));
    int at = random.nextInt(words.size());
    switch (random.nextInt(4)) {
      case 0 -> words.remove(at);
      case 1 -> words.add(at, SCRAPS.get(random.nextInt(SCRAPS.size())));
      case 2 -> words.set(at, SCRAPS.get(random.nextInt(SCRAPS.size())));
      default -> words.set(at, words.get(random.nextInt(words.size())));
    }
    return String.join("", words);
  }
}
