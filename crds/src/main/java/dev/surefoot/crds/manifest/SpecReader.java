// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.crds.manifest;

import dev.surefoot.crds.manifest.Problem.Reason;
import dev.surefoot.crds.query.Budget;
import dev.surefoot.crds.query.LabelSelector;
import dev.surefoot.crds.query.Output;
import dev.surefoot.crds.query.QuerySpec;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** Reads {@code spec}. */
final class SpecReader {
  private static final List<String> KNOWN = List.of("sql", "budget", "output", "nodeSelector");

  private final Problems problems;

  SpecReader(Problems problems) {
    this.problems = problems;
  }

  /** The specification and its SQL with places; both or none. */
  record Spec(QuerySpec spec, SqlText sql) {}

  Optional<Spec> read(Node node) {
    Fields fields = Fields.of(node, "spec", KNOWN, problems);
    Optional<SqlText> sql =
        fields.require("sql", "write the query as 'sql: |' and indented lines").flatMap(this::sql);
    Budget budget =
        fields.get("budget").map(new BudgetReader(problems)::read).orElse(Budget.UNLIMITED);
    LabelSelector nodes =
        fields
            .get("nodeSelector")
            .map(new SelectorReader("spec.nodeSelector", problems)::read)
            .orElse(LabelSelector.EVERYTHING);
    Optional<Output> output = fields.get("output").flatMap(new OutputReader(problems)::read);
    return sql.map(text -> new Spec(new QuerySpec(text.text(), budget, nodes, output), text));
  }

  private Optional<SqlText> sql(Node node) {
    Optional<String> text = Scalars.string(node, "spec.sql", problems);
    if (text.isPresent() && text.get().isBlank()) {
      problems.add(
          node,
          Reason.BAD_VALUE,
          "spec.sql is empty",
          "the lines of the query must be indented deeper than 'sql:'");
      return Optional.empty();
    }
    return text.map(value -> located((ScalarNode) node));
  }

  private SqlText located(ScalarNode node) {
    SourceText source = problems.source();
    int start = node.getStartMark().map(source::offset).orElse(0);
    return new SqlText(
        node.getValue(), ScalarPlaces.of(source, node.getValue(), node.getScalarStyle(), start));
  }
}
