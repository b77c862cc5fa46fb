// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.crds.manifest;

import dev.surefoot.crds.manifest.Problem.Reason;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** The fields of one YAML mapping, by name; unknown and duplicate ones are problems. */
final class Fields {
  private final Node node;
  private final String path;
  private final Problems problems;
  private final Map<String, Node> keys = new LinkedHashMap<>();
  private final Map<String, Node> values = new LinkedHashMap<>();

  private Fields(Node node, String path, Problems problems) {
    this.node = node;
    this.path = path;
    this.problems = problems;
  }

  /**
   * Reads a mapping.
   *
   * @param path how people name it, for example {@code spec.budget}; empty for the document
   */
  static Fields of(Node node, String path, List<String> known, Problems problems) {
    Fields fields = ofAny(node, path, problems);
    fields.reportUnknown(known);
    return fields;
  }

  /** Reads a mapping whose keys are the user's own. */
  static Fields ofAny(Node node, String path, Problems problems) {
    Fields fields = new Fields(node, path, problems);
    if (node instanceof MappingNode mapping) {
      mapping.getValue().forEach(fields::put);
    } else if (!isNull(node)) {
      problems.add(
          node, Reason.WRONG_TYPE, Scalars.name(path) + " must be a mapping of fields to values");
    }
    return fields;
  }

  /** Makes each field that is not among the known ones a problem. */
  void reportUnknown(List<String> known) {
    values.keySet().stream()
        .filter(name -> !known.contains(name))
        .forEach(name -> unknown(name, known));
  }

  private void put(NodeTuple tuple) {
    if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
      problems.add(tuple.getKeyNode(), Reason.WRONG_TYPE, "a field's name must be a plain word");
      return;
    }
    if (keys.putIfAbsent(key.getValue(), key) != null) {
      problems.add(
          key,
          Reason.DUPLICATE_FIELD,
          "field '%s' is there twice".formatted(child(key.getValue())),
          "keep one of them");
      return;
    }
    values.put(key.getValue(), tuple.getValueNode());
  }

  private void unknown(String name, List<String> known) {
    String place = path.isEmpty() ? "the document" : path;
    String hint =
        Suggestion.nearest(name, known)
            .map("did you mean '%s'?"::formatted)
            .orElse("fields of %s: %s".formatted(place, String.join(", ", known)));
    problems.add(
        keys.get(name),
        Reason.UNKNOWN_FIELD,
        "unknown field '%s' in %s".formatted(name, place),
        hint);
  }

  /** The field's value; a field without a value counts as not there. */
  Optional<Node> get(String name) {
    return Optional.ofNullable(values.get(name)).filter(value -> !isNull(value));
  }

  /** The field's value; that it is missing is a problem. */
  Optional<Node> require(String name, String hint) {
    Optional<Node> value = get(name);
    if (value.isEmpty()) {
      Node where = keys.getOrDefault(name, node);
      problems.add(
          where, Reason.MISSING_FIELD, "field '%s' is missing".formatted(child(name)), hint);
    }
    return value;
  }

  /** All fields in the order of the text. */
  Map<String, Node> all() {
    return values;
  }

  /** The path of a field of this mapping. */
  String child(String name) {
    return path.isEmpty() ? name : path + "." + name;
  }

  private static boolean isNull(Node node) {
    return node.getTag().equals(Tag.NULL);
  }
}
