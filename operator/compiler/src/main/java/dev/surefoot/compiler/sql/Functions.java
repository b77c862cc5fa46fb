// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.sql;

import dev.surefoot.catalog.expression.AggregateFunction;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlFunction;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;

/** The functions of the language by name. */
final class Functions {
  /** How many arguments a function takes. */
  record Arity(int least, int most) {}

  private static final Map<String, Arity> SCALARS =
      Map.ofEntries(
          Map.entry("ABS", new Arity(1, 1)),
          Map.entry("MOD", new Arity(2, 2)),
          Map.entry("BITAND", new Arity(2, 2)),
          Map.entry("BITOR", new Arity(2, 2)),
          Map.entry("BITXOR", new Arity(2, 2)),
          Map.entry("SYSCALLNAME", new Arity(1, 1)),
          Map.entry("ERRNAME", new Arity(1, 1)),
          Map.entry("SIGNAME", new Arity(1, 1)),
          Map.entry("UPPER", new Arity(1, 1)),
          Map.entry("LOWER", new Arity(1, 1)),
          Map.entry("LENGTH", new Arity(1, 1)),
          Map.entry("CHAR_LENGTH", new Arity(1, 1)),
          Map.entry("CHARACTER_LENGTH", new Arity(1, 1)),
          Map.entry("SUBSTRING", new Arity(2, 3)),
          Map.entry("CONCAT", new Arity(2, Integer.MAX_VALUE)),
          Map.entry("FLOOR", new Arity(1, 1)),
          Map.entry("CEIL", new Arity(1, 1)),
          Map.entry("CEILING", new Arity(1, 1)),
          Map.entry("ROUND", new Arity(1, 1)),
          Map.entry("SQRT", new Arity(1, 1)),
          Map.entry("COALESCE", new Arity(1, Integer.MAX_VALUE)),
          Map.entry("NULLIF", new Arity(2, 2)),
          Map.entry("CAST", new Arity(2, 2)));

  private static final Map<String, AggregateFunction> AGGREGATES = aggregates();

  /** Functions that a later version has. */
  private static final Set<String> LATER =
      Set.of(
          "HIST",
          "LHIST",
          "QUANTILE",
          "TOPK",
          "KSTACK",
          "USTACK",
          "NTOP",
          "CAPNAME",
          "USYM",
          "KSYM",
          "STRFTIME",
          "ANY_VALUE",
          "LISTAGG",
          "COLLECT",
          "BIT_AND",
          "BIT_OR",
          "BIT_XOR");

  private Functions() {}

  private static Map<String, AggregateFunction> aggregates() {
    Map<String, AggregateFunction> byName = new LinkedHashMap<>();
    for (AggregateFunction function : AggregateFunction.values()) {
      byName.put(function.name(), function);
    }
    byName.put("STDDEV", AggregateFunction.STDDEV_SAMP);
    byName.put("VARIANCE", AggregateFunction.VAR_SAMP);
    return byName;
  }

  /** The arguments that a function takes; empty where there is no such function. */
  static Optional<Arity> arity(String name) {
    return AGGREGATES.containsKey(name)
        ? Optional.of(new Arity(1, 1))
        : Optional.ofNullable(SCALARS.get(name));
  }

  static boolean isLater(String name) {
    return LATER.contains(name);
  }

  /** Names of all functions, sorted. */
  static List<String> names() {
    return Stream.concat(SCALARS.keySet().stream(), AGGREGATES.keySet().stream()).sorted().toList();
  }

  /** The name of a called function, upper case; empty where the node is no function call. */
  static Optional<String> name(SqlNode node) {
    return node instanceof SqlCall call && call.getOperator() instanceof SqlFunction function
        ? Optional.of(function.getName().toUpperCase(Locale.ROOT))
        : Optional.empty();
  }

  /** The aggregate that a node calls, where it calls one. */
  static Optional<AggregateFunction> aggregate(SqlNode node) {
    return name(node).map(AGGREGATES::get);
  }

  /** Whether the node is an aggregate call or has one in it. */
  static boolean containsAggregate(SqlNode node) {
    return switch (node) {
      case null -> false;
      case SqlNodeList list -> list.stream().anyMatch(Functions::containsAggregate);
      case SqlCall call ->
          aggregate(call).isPresent()
              || call.getOperandList().stream().anyMatch(Functions::containsAggregate);
      default -> false;
    };
  }
}
