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
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** Reads single values; a wrong type is a problem that names what stands there. */
final class Scalars {
  private Scalars() {}

  static Optional<String> string(Node node, String path, Problems problems) {
    if (node instanceof ScalarNode scalar && scalar.getTag().equals(Tag.STR)) {
      return Optional.of(scalar.getValue());
    }
    String message = "%s must be a string, but is %s".formatted(path, kindOf(node));
    if (node instanceof ScalarNode scalar) {
      problems.add(
          node,
          Reason.WRONG_TYPE,
          message,
          "put it in quotes: \"%s\"".formatted(scalar.getValue()));
    } else {
      problems.add(node, Reason.WRONG_TYPE, message);
    }
    return Optional.empty();
  }

  /** A string, or a number as it is written. */
  static Optional<String> quantity(Node node, String path, Problems problems) {
    if (node instanceof ScalarNode scalar && scalar.getTag().equals(Tag.INT)) {
      return Optional.of(scalar.getValue());
    }
    return string(node, path, problems);
  }

  static Optional<List<String>> strings(Node node, String path, Problems problems) {
    if (!(node instanceof SequenceNode sequence)) {
      String message = "%s must be a list of strings, but is %s".formatted(path, kindOf(node));
      problems.add(node, Reason.WRONG_TYPE, message);
      return Optional.empty();
    }
    return Optional.of(
        sequence.getValue().stream()
            .flatMap(item -> string(item, "each of " + path, problems).stream())
            .toList());
  }

  /** A mapping from the user's names to strings, such as labels. */
  static Map<String, String> stringMap(Node node, String path, Problems problems) {
    Map<String, String> result = new LinkedHashMap<>();
    Fields fields = Fields.ofAny(node, path, problems);
    fields
        .all()
        .forEach(
            (name, value) ->
                string(value, fields.child(name), problems)
                    .ifPresent(text -> result.put(name, text)));
    return result;
  }

  static String name(String path) {
    return path.isEmpty() ? "a manifest" : path;
  }

  static String kindOf(Node node) {
    return switch (node) {
      case MappingNode _ -> "a mapping";
      case SequenceNode _ -> "a list";
      case ScalarNode scalar when scalar.getTag().equals(Tag.NULL) -> "empty";
      case ScalarNode scalar when scalar.getTag().equals(Tag.BOOL) ->
          "the truth value " + scalar.getValue();
      case ScalarNode scalar
          when scalar.getTag().equals(Tag.INT) || scalar.getTag().equals(Tag.FLOAT) ->
          "the number " + scalar.getValue();
      case ScalarNode scalar -> "'" + scalar.getValue() + "'";
      default -> "something else";
    };
  }
}
