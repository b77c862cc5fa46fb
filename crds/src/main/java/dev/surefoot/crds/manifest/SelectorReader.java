// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.crds.manifest;

import dev.surefoot.crds.manifest.Problem.Reason;
import dev.surefoot.crds.query.LabelSelector;
import dev.surefoot.crds.query.LabelSelector.Requirement;
import dev.surefoot.crds.query.LabelSelector.SetOperator;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Reads a label selector. */
final class SelectorReader {
  private final String path;
  private final Problems problems;

  SelectorReader(String path, Problems problems) {
    this.path = path;
    this.problems = problems;
  }

  LabelSelector read(Node node) {
    Fields fields = Fields.of(node, path, List.of("matchLabels", "matchExpressions"), problems);
    Map<String, String> labels =
        fields
            .get("matchLabels")
            .map(value -> Scalars.stringMap(value, fields.child("matchLabels"), problems))
            .orElseGet(Map::of);
    return new LabelSelector(
        labels, fields.get("matchExpressions").map(this::requirements).orElseGet(List::of));
  }

  private List<Requirement> requirements(Node node) {
    if (node instanceof SequenceNode sequence) {
      return sequence.getValue().stream().flatMap(item -> requirement(item).stream()).toList();
    }
    problems.add(
        node,
        Reason.WRONG_TYPE,
        "%s.matchExpressions must be a list, but is %s".formatted(path, Scalars.kindOf(node)));
    return List.of();
  }

  private Optional<Requirement> requirement(Node node) {
    Fields fields =
        Fields.of(node, path + ".matchExpressions", List.of("key", "operator", "values"), problems);
    Optional<String> key =
        fields
            .require("key", "name the label")
            .flatMap(value -> Scalars.string(value, fields.child("key"), problems));
    Optional<SetOperator> operator =
        fields
            .require("operator", "use In, NotIn, Exists or DoesNotExist")
            .flatMap(value -> operator(value, fields.child("operator")));
    List<String> values =
        fields
            .get("values")
            .flatMap(value -> Scalars.strings(value, fields.child("values"), problems))
            .orElseGet(List::of);
    operator.ifPresent(symbol -> checkValues(node, symbol, values));
    return key.flatMap(name -> operator.map(symbol -> new Requirement(name, symbol, values)));
  }

  private Optional<SetOperator> operator(Node node, String operatorPath) {
    Optional<String> given = Scalars.string(node, operatorPath, problems);
    Optional<SetOperator> operator =
        given.flatMap(
            text ->
                Arrays.stream(SetOperator.values())
                    .filter(candidate -> candidate.symbol().equals(text))
                    .findFirst());
    if (given.isPresent() && operator.isEmpty()) {
      problems.add(
          node,
          Reason.BAD_VALUE,
          "%s is '%s', which is not allowed".formatted(operatorPath, given.get()),
          "use In, NotIn, Exists or DoesNotExist");
    }
    return operator;
  }

  private void checkValues(Node node, SetOperator operator, List<String> values) {
    if (operator.takesValues() == values.isEmpty()) {
      String message = operator.takesValues() ? "needs values" : "takes no values";
      problems.add(node, Reason.BAD_VALUE, "operator %s %s".formatted(operator.symbol(), message));
    }
  }
}
