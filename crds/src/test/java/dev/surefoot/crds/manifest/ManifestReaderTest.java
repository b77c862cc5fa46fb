// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.crds.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surefoot.crds.manifest.Manifest.LocatedQuery;
import dev.surefoot.crds.query.Budget;
import dev.surefoot.crds.query.ByteCount;
import dev.surefoot.crds.query.ExtensionQuery;
import dev.surefoot.crds.query.LabelSelector;
import dev.surefoot.crds.query.LabelSelector.Requirement;
import dev.surefoot.crds.query.LabelSelector.SetOperator;
import dev.surefoot.crds.query.Metadata;
import dev.surefoot.crds.query.Output;
import dev.surefoot.crds.query.QueryKind;
import dev.surefoot.crds.query.QuerySpec;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class ManifestReaderTest {
  @Test
  void everyFieldIsRead() {
    ExtensionQuery query =
        one("""
                apiVersion: surefoot.dev/v1alpha1
                kind: ExtensionQuery
                metadata:
                  name: slow-syscalls
                  namespace: shop
                  labels: {team: web, "1": "2"}
                  annotations: {why: latency}
                spec:
                  sql: |
                    SELECT A.pid
                    FROM system_calls AS A
                  budget: {probeEffect: 2.5%, kernelMemory: 32Mi, maxEventsPerSecond: 100000}
                  output: {otlp: {endpoint: "http://collector:4317"}}
                  nodeSelector:
                    matchLabels: {zone: a}
                    matchExpressions: [{key: arch, operator: NotIn, values: [arm64]}]
                """)
            .query();
    assertThat(query)
        .isEqualTo(
            new ExtensionQuery(
                QueryKind.NAMESPACED,
                new Metadata(
                    "slow-syscalls",
                    Optional.of("shop"),
                    Map.of("team", "web", "1", "2"),
                    Map.of("why", "latency")),
                new QuerySpec(
                    "SELECT A.pid\nFROM system_calls AS A\n",
                    new Budget(
                        OptionalDouble.of(0.025),
                        Optional.of(new ByteCount(32 << 20)),
                        OptionalLong.of(100_000)),
                    new LabelSelector(
                        Map.of("zone", "a"),
                        List.of(new Requirement("arch", SetOperator.NOT_IN, List.of("arm64")))),
                    Optional.of(new Output.Otlp("http://collector:4317")))));
  }

  @Test
  void onlyNameAndSqlAreNeeded() {
    ExtensionQuery query =
        one("""
                {"apiVersion": "surefoot.dev/v1alpha1", "kind": "ClusterExtensionQuery",
                 "metadata": {"name": "q"}, "spec": {"sql": "SELECT 1"}}
                """)
            .query();
    assertThat(query.kind()).isEqualTo(QueryKind.CLUSTER);
    assertThat(query.spec())
        .isEqualTo(
            new QuerySpec(
                "SELECT 1", Budget.UNLIMITED, LabelSelector.EVERYTHING, Optional.empty()));
  }

  @Test
  void whatTheApiServerAddsIsIgnored() {
    assertThat(
            one("""
                    apiVersion: surefoot.dev/v1alpha1
                    kind: ExtensionQuery
                    metadata:
                      name: q
                      uid: 6a1b
                      resourceVersion: "12"
                      creationTimestamp: "2026-01-01T00:00:00Z"
                    spec: {sql: SELECT 1}
                    status: {conditions: []}
                    """)
                .query()
                .metadata()
                .name())
        .isEqualTo("q");
  }

  @Test
  void eachDocumentIsAQuery() {
    String document =
        """
        apiVersion: surefoot.dev/v1alpha1
        kind: ExtensionQuery
        metadata: {name: %s}
        spec: {sql: SELECT 1}
        ---
        """;
    String text = document.formatted("a") + document.formatted("b");
    assertThat(((Manifest.Valid) ManifestReader.read("two.yaml", text)).queries())
        .extracting(query -> query.query().metadata().name())
        .containsExactly("a", "b");
  }

  @Test
  void anEmptyFieldCountsAsNotThere() {
    assertThat(
            one("""
                    apiVersion: surefoot.dev/v1alpha1
                    kind: ExtensionQuery
                    metadata: {name: q, labels: }
                    spec:
                      sql: SELECT 1
                      budget:
                    """)
                .query()
                .spec()
                .budget())
        .isEqualTo(Budget.UNLIMITED);
  }

  static LocatedQuery one(String text) {
    Manifest manifest = ManifestReader.read("q.yaml", text);
    assertThat(manifest).isInstanceOf(Manifest.Valid.class);
    return ((Manifest.Valid) manifest).queries().getFirst();
  }
}
