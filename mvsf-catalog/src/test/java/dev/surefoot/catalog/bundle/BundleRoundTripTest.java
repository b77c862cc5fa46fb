// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.catalog.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.surefoot.catalog.elf.ObjectDefinition;
import dev.surefoot.catalog.expression.AggregateCall;
import dev.surefoot.catalog.expression.AggregateFunction;
import dev.surefoot.catalog.expression.ComparisonOp;
import dev.surefoot.catalog.expression.Expression;
import dev.surefoot.catalog.expression.ValueType;
import dev.surefoot.catalog.golden.Golden;
import dev.surefoot.catalog.layout.FieldType;
import dev.surefoot.catalog.layout.RecordLayout;
import dev.surefoot.catalog.profile.Feature;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class BundleRoundTripTest {
  @Property(tries = 100)
  void whatIsWrittenIsRead(@ForAll long seed) {
    Bundle bundle = RandomBundles.of(seed);

    assertThat(BundleReader.read(BundleWriter.write(bundle))).isEqualTo(bundle);
  }

  @Property(tries = 100)
  void equalBundlesHaveEqualDigests(@ForAll long seed) {
    byte[] bytes = BundleWriter.write(RandomBundles.of(seed));

    assertThat(bytes).isEqualTo(BundleWriter.write(RandomBundles.of(seed)));
    assertThat(BundleDigest.of(bytes)).isEqualTo(BundleDigest.of(bytes.clone()));
    assertThat(BundleDigest.of(bytes))
        .isNotEqualTo(BundleDigest.of(BundleWriter.write(RandomBundles.of(seed + 1))));
  }

  /** Bytes that are wrong in one place give a bundle, or say what is wrong; nothing else. */
  @Property(tries = 300)
  void wrongBytesAreRefused(
      @ForAll @IntRange(max = 20) int seed,
      @ForAll @IntRange(max = 1 << 20) int place,
      @ForAll byte value) {
    byte[] bytes = BundleWriter.write(RandomBundles.of(seed));
    bytes[place % bytes.length] = value;
    try {
      assertThat(BundleReader.read(bytes)).isNotNull();
    } catch (BundleFormatException e) {
      assertThat(e).hasMessageContaining("bundle");
    }
  }

  @Example
  void theOrderOfASetDoesNotShow() {
    Bundle forwards = bundle(EnumSet.allOf(Feature.class));
    Bundle backwards = bundle(Set.copyOf(Arrays.asList(Feature.values()).reversed()));

    assertThat(BundleWriter.write(forwards)).isEqualTo(BundleWriter.write(backwards));
  }

  private static Bundle bundle(Set<Feature> requirements) {
    var object = new ObjectDefinition("q.sql", "GPL", List.of(), List.of());
    RecordLayout event = RecordLayout.named("event").add("stream", FieldType.U32).build();
    var slow =
        new Expression.Comparison(
            ComparisonOp.GREATER,
            new Expression.Column(0, "latency", ValueType.INT64),
            new Expression.IntLiteral(1000));
    var count = new AggregateCall(AggregateFunction.COUNT, Optional.empty(), false, "calls");
    UserPlan plan =
        new UserPlan(
            List.of(new KernelStream.Events(1, event)),
            List.of(
                new UserStage.ReadRows(1, List.of("latency")),
                new UserStage.FilterRows(slow),
                new UserStage.AggregateRows(1_000_000_000, 0, List.of(), List.of(count))),
            List.of(new UserPlan.OutputColumn("calls", ValueType.INT64)));
    return new Bundle("slow", List.of(new Rung("mvsf-only", object, plan, requirements, 120.5)));
  }

  /** The names on the wire; to change one is to change the version. */
  @Example
  void namesOnTheWire() throws JsonProcessingException {
    String json =
        BundleFormat.configured(JsonMapper.builder())
            .writerWithDefaultPrettyPrinter()
            .writeValueAsString(bundle(Set.of(Feature.RING_BUFFER)));

    Golden.check("bundle/names", json.replaceAll("\"object\" : \".*\"", "\"object\" : (ELF)"));
  }

  @Example
  void tagsOnTheWire() {
    Golden.check(
        "bundle/tags",
        BundleFormat.SEALED.stream()
            .map(family -> family.getSimpleName() + ": " + tags(family))
            .collect(Collectors.joining("\n")));
  }

  private static String tags(Class<?> family) {
    return Arrays.stream(family.getPermittedSubclasses())
        .map(Class::getSimpleName)
        .sorted()
        .collect(Collectors.joining(" "));
  }

  @Example
  void aNewerVersionIsRefusedByName() {
    byte[] bytes = BundleWriter.write(bundle(Set.of()));
    bytes[8] = 7;

    assertThatThrownBy(() -> BundleReader.read(bytes))
        .isInstanceOf(BundleFormatException.class)
        .hasMessage(
            "a bundle of version 7; this program reads version 1 and must be updated first");
  }

  @Example
  void otherBytesAreRefused() {
    assertThatThrownBy(() -> BundleReader.read("{}".getBytes(StandardCharsets.UTF_8)))
        .hasMessage("no bundle: it does not begin with SFBUNDLE");
  }

  @Example
  void everyTruncationIsRefused() {
    byte[] bytes = BundleWriter.write(bundle(Set.of()));
    for (int length = 0; length < bytes.length; length++) {
      byte[] cut = Arrays.copyOf(bytes, length);
      assertThatThrownBy(() -> BundleReader.read(cut)).isInstanceOf(BundleFormatException.class);
    }
  }

  @Example
  void trailingBytesAreRefused() {
    byte[] bytes = BundleWriter.write(bundle(Set.of()));
    byte[] longer = Arrays.copyOf(bytes, bytes.length + 1);

    assertThatThrownBy(() -> BundleReader.read(longer)).isInstanceOf(BundleFormatException.class);
  }

  @Example
  void aDigestNamesItsAlgorithm() {
    assertThat(BundleDigest.of(new byte[0]))
        .hasToString("sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    assertThatThrownBy(() -> new BundleDigest("E3")).hasMessageContaining("64 lower-case hex");
  }
}
