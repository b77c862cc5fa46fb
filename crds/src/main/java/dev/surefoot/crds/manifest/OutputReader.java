// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.crds.manifest;

import dev.surefoot.crds.manifest.Problem.Reason;
import dev.surefoot.crds.query.Output;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads {@code spec.output}: exactly one of its fields. */
final class OutputReader {
  private static final String PATH = "spec.output";
  private static final List<String> KNOWN = List.of("prometheus", "otlp", "stdout");

  private final Problems problems;

  OutputReader(Problems problems) {
    this.problems = problems;
  }

  Optional<Output> read(Node node) {
    Fields fields = Fields.of(node, PATH, KNOWN, problems);
    List<String> given = fields.all().keySet().stream().filter(KNOWN::contains).toList();
    if (given.size() == 1) {
      return output(given.getFirst(), fields.all().get(given.getFirst()));
    }
    if (given.size() > 1 || fields.all().isEmpty()) {
      problems.add(
          node,
          Reason.BAD_VALUE,
          "spec.output must name one output, but names %d".formatted(given.size()),
          "use one of: " + String.join(", ", KNOWN));
    }
    return Optional.empty();
  }

  private Optional<Output> output(String name, Node node) {
    return switch (name) {
      case "prometheus" -> empty(name, node, new Output.Prometheus());
      case "stdout" -> empty(name, node, new Output.Stdout());
      case "otlp" -> otlp(node);
      default -> throw new IllegalStateException("output " + name);
    };
  }

  private Optional<Output> empty(String name, Node node, Output output) {
    Fields.of(node, PATH + "." + name, List.of(), problems);
    return Optional.of(output);
  }

  private Optional<Output> otlp(Node node) {
    Fields fields = Fields.of(node, PATH + ".otlp", List.of("endpoint"), problems);
    return fields
        .require("endpoint", "give the collector's URL, for example http://collector:4317")
        .flatMap(value -> Scalars.string(value, fields.child("endpoint"), problems))
        .map(Output.Otlp::new);
  }
}
