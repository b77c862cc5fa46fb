// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.sql;

import dev.surefoot.catalog.layout.FieldType;
import dev.surefoot.catalog.schema.Column;
import dev.surefoot.catalog.schema.Table;
import dev.surefoot.catalog.schema.Tables;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * Random valid queries over all tables, the same for the same seed.
 *
 * <p>The rows of each are determined by the events, but for a LIMIT of rows that are not grouped:
 * then any rows will do, and {@link #hasRowLimit} says so.
 */
public final class RandomQueries {
  private static final List<String> WINDOWS =
      List.of("1 ms", "5ms", "10 msec", "1sec", "1 s", "2 seconds", "1 min");

  private final RandomGenerator random;
  private boolean rowLimit;

  public RandomQueries(long seed) {
    this.random = new SplittableRandom(seed);
  }

  /** The next query's text. */
  public String next() {
    Table table = Tables.all().get(random.nextInt(Tables.all().size()));
    rowLimit = false;
    return switch (random.nextInt(8)) {
      case 0, 1, 2 -> rows(table);
      case 3 -> distinct(table);
      default -> groups(table);
    };
  }

  /** Whether the last query ends after some rows, whichever come first. */
  public boolean hasRowLimit() {
    return rowLimit;
  }

  private String rows(Table table) {
    RandomExpressions expressions = over(table);
    List<String> items = new ArrayList<>();
    if (random.nextInt(6) == 0) {
      items.add("*");
    }
    for (int i = 0; i < 1 + random.nextInt(4); i++) {
      items.add(anything(expressions) + " AS x" + i);
    }
    rowLimit = random.nextInt(6) == 0;
    return "SELECT "
        + String.join(", ", items)
        + " FROM "
        + table.name()
        + where(expressions)
        + (rowLimit ? " LIMIT " + (1 + random.nextInt(20)) : "");
  }

  private String distinct(Table table) {
    RandomExpressions expressions = over(table);
    return "SELECT DISTINCT "
        + key(expressions)
        + " AS a, "
        + key(expressions)
        + " AS b FROM "
        + table.name()
        + where(expressions)
        + window()
        + (random.nextBoolean() ? " ORDER BY b DESC, 1" + limit() : "");
  }

  private String groups(Table table) {
    RandomExpressions expressions = over(table);
    List<String> keys = new ArrayList<>();
    for (int i = 0; i < random.nextInt(4); i++) {
      keys.add(key(expressions));
    }
    List<String> integerAggregates = new ArrayList<>();
    List<String> items = new ArrayList<>();
    for (String key : keys) {
      items.add(key + " AS x" + items.size());
    }
    if (random.nextInt(4) == 0) {
      items.add("window_start AS x" + items.size());
    }
    for (int i = 0; i < 1 + random.nextInt(4); i++) {
      String aggregate = integerAggregate(expressions);
      integerAggregates.add(aggregate);
      items.add(aggregate + " AS x" + items.size());
    }
    RandomExpressions results = new RandomExpressions(random, integerAggregates, List.of());
    if (random.nextInt(3) == 0) {
      items.add(anything(results) + " AS x" + items.size());
    }
    if (random.nextInt(3) == 0) {
      items.add(statistic(expressions) + " AS x" + items.size());
    }
    return "SELECT "
        + String.join(", ", items)
        + " FROM "
        + table.name()
        + where(expressions)
        + (keys.isEmpty() ? "" : " GROUP BY " + String.join(", ", keys))
        + (random.nextInt(3) == 0 ? " HAVING " + having(results, keys) : "")
        + order(items.size());
  }

  private String having(RandomExpressions results, List<String> keys) {
    String condition = results.condition(1 + random.nextInt(2));
    return keys.isEmpty() || random.nextBoolean()
        ? condition
        : condition + " AND " + keys.getFirst() + " IS NOT NULL";
  }

  private String order(int columns) {
    String window = window();
    String order =
        switch (random.nextInt(4)) {
          case 0 -> " ORDER BY " + (1 + random.nextInt(columns)) + " DESC" + limit();
          case 1 -> " ORDER BY x0, COUNT(*) DESC" + limit();
          case 2 -> limit();
          default -> "";
        };
    return random.nextBoolean() ? window + order : order + window;
  }

  private String limit() {
    return random.nextBoolean() ? " LIMIT " + (1 + random.nextInt(5)) : "";
  }

  private String window() {
    return random.nextInt(5) == 0 ? "" : " WINDOW " + WINDOWS.get(random.nextInt(WINDOWS.size()));
  }

  private String where(RandomExpressions expressions) {
    return random.nextInt(3) == 0 ? "" : " WHERE " + expressions.condition(random.nextInt(4));
  }

  /** An aggregate with an INT64 result. */
  private String integerAggregate(RandomExpressions expressions) {
    String argument = expressions.integer(random.nextInt(3));
    String call =
        switch (random.nextInt(7)) {
          case 0, 1 -> "COUNT(*)";
          case 2 -> "COUNT(" + anything(expressions) + ")";
          case 3 -> "COUNT(DISTINCT " + argument + ")";
          case 4 -> "SUM(" + argument + ")";
          case 5 -> "MIN(" + argument + ")";
          default -> "MAX(" + argument + ")";
        };
    return random.nextInt(6) == 0
        ? call + " FILTER (WHERE " + expressions.condition(1) + ")"
        : call;
  }

  /** An aggregate with another result. */
  private String statistic(RandomExpressions expressions) {
    String argument = expressions.integer(random.nextInt(2));
    return switch (random.nextInt(6)) {
      case 0 -> "AVG(" + argument + ")";
      case 1 -> "STDDEV(" + argument + ")";
      case 2 -> "VAR_POP(" + argument + ")";
      case 3 -> "MIN(" + expressions.text(1) + ")";
      case 4 -> "MAX(" + expressions.text(1) + ")";
      default -> "AVG(" + argument + ") / 1e6";
    };
  }

  /** Something to group by: never a lone number, which would be an ordinal. */
  private String key(RandomExpressions expressions) {
    String column = expressions.pick(expressions.integers());
    return switch (random.nextInt(7)) {
      case 0, 1, 2 -> column;
      case 3 -> column + " / " + (1 + random.nextInt(100));
      case 4 -> column + " & 7";
      case 5 -> expressions.texts().isEmpty() ? column : expressions.pick(expressions.texts());
      default -> expressions.text(1) + " || ''";
    };
  }

  private String anything(RandomExpressions expressions) {
    int depth = random.nextInt(4);
    return switch (random.nextInt(7)) {
      case 0, 1, 2 -> expressions.integer(depth);
      case 3, 4 -> expressions.text(depth);
      case 5 -> expressions.real(depth);
      default -> expressions.condition(depth);
    };
  }

  private RandomExpressions over(Table table) {
    return new RandomExpressions(
        random,
        table.columns().stream()
            .filter(column -> column.type() instanceof FieldType.Int)
            .map(Column::name)
            .toList(),
        table.columns().stream()
            .filter(column -> column.type() instanceof FieldType.Text)
            .map(Column::name)
            .toList());
  }
}
