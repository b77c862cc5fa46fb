// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.crds.manifest;

import dev.surefoot.crds.manifest.Problem.Reason;
import dev.surefoot.crds.query.Metadata;
import dev.surefoot.crds.query.QueryKind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads {@code metadata}. */
final class MetadataReader {
  private static final String PATH = "metadata";

  /** Ours first, then those that the API server writes and {@code kubectl get -o yaml} shows. */
  private static final List<String> KNOWN =
      List.of(
          "name",
          "namespace",
          "labels",
          "annotations",
          "creationTimestamp",
          "deletionGracePeriodSeconds",
          "deletionTimestamp",
          "finalizers",
          "generation",
          "managedFields",
          "ownerReferences",
          "resourceVersion",
          "selfLink",
          "uid");

  // A DNS subdomain, which is what Kubernetes takes as the name of a resource (RFC 1123).
  private static final Pattern NAME =
      Pattern.compile("[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*");
  private static final int NAME_LIMIT = 253;

  private final Problems problems;

  MetadataReader(Problems problems) {
    this.problems = problems;
  }

  Optional<Metadata> read(Node node, QueryKind kind) {
    Fields fields = Fields.of(node, PATH, KNOWN, problems);
    Optional<String> name =
        fields
            .require("name", "give the query a name, for example name: slow-syscalls")
            .flatMap(value -> name(value, "metadata.name"));
    Optional<Node> namespaceNode = fields.get("namespace");
    if (kind == QueryKind.CLUSTER) {
      namespaceNode.ifPresent(this::namespaceOfClusterQuery);
    }
    Optional<String> namespace = namespaceNode.flatMap(value -> name(value, "metadata.namespace"));
    Map<String, String> labels = map(fields, "labels");
    Map<String, String> annotations = map(fields, "annotations");
    return name.map(given -> new Metadata(given, namespace, labels, annotations));
  }

  private Map<String, String> map(Fields fields, String name) {
    return fields
        .get(name)
        .map(value -> Scalars.stringMap(value, fields.child(name), problems))
        .orElseGet(Map::of);
  }

  private Optional<String> name(Node node, String path) {
    Optional<String> name = Scalars.string(node, path, problems);
    if (name.isPresent()
        && (name.get().length() > NAME_LIMIT || !NAME.matcher(name.get()).matches())) {
      problems.add(
          node,
          Reason.BAD_VALUE,
          "%s '%s' is not a valid name".formatted(path, name.get()),
          "use lower-case letters, digits, '-' and '.', at most 253; begin and end with a letter"
              + " or digit");
      return Optional.empty();
    }
    return name;
  }

  private void namespaceOfClusterQuery(Node node) {
    problems.add(
        node,
        Reason.BAD_VALUE,
        "a ClusterExtensionQuery has no namespace",
        "remove it, or use kind: ExtensionQuery");
  }
}
