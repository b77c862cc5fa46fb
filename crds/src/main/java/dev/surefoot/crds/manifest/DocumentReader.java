// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.crds.manifest;

import dev.surefoot.crds.manifest.Manifest.LocatedQuery;
import dev.surefoot.crds.manifest.Problem.Reason;
import dev.surefoot.crds.query.ExtensionQuery;
import dev.surefoot.crds.query.Metadata;
import dev.surefoot.crds.query.QueryKind;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads one YAML document. */
final class DocumentReader {
  /** {@code status} is the operator's; it is there where a manifest comes from a cluster. */
  private static final List<String> KNOWN =
      List.of("apiVersion", "kind", "metadata", "spec", "status");

  private final Problems problems;

  DocumentReader(Problems problems) {
    this.problems = problems;
  }

  Optional<LocatedQuery> read(Node document) {
    if (!(document instanceof MappingNode)) {
      problems.add(
          document,
          Reason.WRONG_TYPE,
          "a manifest must be a mapping of fields to values, but is " + Scalars.kindOf(document),
          "a SQL text alone is given with --sql");
      return Optional.empty();
    }
    int before = problems.found().size();
    Fields header = Fields.ofAny(document, "", problems);
    header
        .require("apiVersion", "write apiVersion: " + ExtensionQuery.API_VERSION)
        .ifPresent(this::checkApiVersion);
    Optional<QueryKind> kind =
        header.require("kind", "write kind: ExtensionQuery").flatMap(this::kind);
    // What the fields of another kind should be is not known here.
    return problems.found().size() > before
        ? Optional.empty()
        : kind.flatMap(known -> body(header, known));
  }

  private Optional<LocatedQuery> body(Fields fields, QueryKind kind) {
    fields.reportUnknown(KNOWN);
    Optional<Metadata> metadata =
        fields
            .require("metadata", "write metadata: {name: ...}")
            .flatMap(node -> new MetadataReader(problems).read(node, kind));
    Optional<SpecReader.Spec> spec =
        fields
            .require("spec", "the query goes to spec.sql")
            .flatMap(new SpecReader(problems)::read);
    if (metadata.isEmpty() || spec.isEmpty()) {
      return Optional.empty();
    }
    ExtensionQuery query = new ExtensionQuery(kind, metadata.get(), spec.get().spec());
    return Optional.of(new LocatedQuery(query, spec.get().sql()));
  }

  private void checkApiVersion(Node node) {
    Scalars.string(node, "apiVersion", problems)
        .filter(version -> !version.equals(ExtensionQuery.API_VERSION))
        .ifPresent(
            version ->
                problems.add(
                    node,
                    Reason.WRONG_API_VERSION,
                    "apiVersion '%s' is not known".formatted(version),
                    "this version reads " + ExtensionQuery.API_VERSION));
  }

  private Optional<QueryKind> kind(Node node) {
    Optional<String> given = Scalars.string(node, "kind", problems);
    Optional<QueryKind> kind =
        given.flatMap(
            text ->
                Arrays.stream(QueryKind.values())
                    .filter(candidate -> candidate.kind().equals(text))
                    .findFirst());
    if (given.isPresent() && kind.isEmpty()) {
      String allowed =
          Arrays.stream(QueryKind.values())
              .map(QueryKind::kind)
              .collect(Collectors.joining(" or "));
      problems.add(
          node,
          Reason.WRONG_KIND,
          "kind '%s' is not a query".formatted(given.get()),
          "use " + allowed);
    }
    return kind;
  }
}
