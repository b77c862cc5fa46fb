// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.catalog.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class KernelProfileTextTest {
  private static final KernelProfile PROFILE =
      new KernelProfile(
          "6.18.44 \"vendor\" \\ build",
          "00123e45",
          2,
          32768,
          Set.of(Feature.RING_BUFFER, Feature.ISA_V4),
          Map.of("sys_enter", 2, "sched_switch", 4),
          Set.of("task_struct.__state"),
          Map.of(Operation.CLOCK, 17.25, Operation.HASH_LOOKUP, 0.0));

  @Test
  void theTextIsSortedYaml() {
    assertThat(KernelProfileWriter.write(PROFILE))
        .isEqualTo(
            """
            # A kernel as Surefoot sees it; costs are in ns.
            release: "6.18.44 \\"vendor\\" \\\\ build"
            btfDigest: "00123e45"
            possibleCpus: 2
            pidMax: 32768
            features:
              - ISA_V4
              - RING_BUFFER
            parameterCounts:
              sched_switch: 4
              sys_enter: 2
            members:
              - task_struct.__state
            costs:
              CLOCK: 17.250
              HASH_LOOKUP: 0.000
            """);
  }

  @Property(tries = 200)
  void whatIsWrittenIsReadBack(@ForAll("profiles") KernelProfile profile) {
    assertThat(KernelProfileReader.read(KernelProfileWriter.write(profile)))
        .isEqualTo(new ParsedProfile.Parsed(profile));
  }

  @Test
  void whatANewerWriterKnowsIsPassedOver() {
    String newer =
        KernelProfileWriter.write(PROFILE)
                .replace("  - ISA_V4", "  - ISA_V9\n  - ISA_V4")
                .replace("costs:", "costs:\n  TELEPORT: 3")
            + "more: 1\n";
    assertThat(KernelProfileReader.read(newer)).isEqualTo(new ParsedProfile.Parsed(PROFILE));
  }

  @Test
  void everyMistakeIsNamedWithItsKey() {
    String wrong =
        KernelProfileWriter.write(PROFILE)
            .replace("pidMax: 32768", "pidMax: many")
            .replace("btfDigest: \"00123e45\"\n", "")
            .replace("sys_enter: 2", "sys_enter: [2]")
            .replace("CLOCK: 17.250", "CLOCK: -1");

    assertThat(mistakes(wrong))
        .containsExactlyInAnyOrder(
            "btfDigest is missing: text is needed",
            "pidMax: a number above 0 is needed, not many",
            "parameterCounts.sys_enter: a number is needed, not [2]",
            "costs.CLOCK: ns from 0 on are needed, not -1");
  }

  @Test
  void whatIsNoProfileAtAllIsSaidSo() {
    assertThat(mistakes("a: [")).singleElement().asString().startsWith("this is not YAML");
    assertThat(mistakes("- 1")).containsExactly("a profile is a map of keys to values");
    assertThat(mistakes("{}")).hasSize(8);
  }

  @Provide
  Arbitrary<KernelProfile> profiles() {
    return Combinators.combine(
            Arbitraries.strings().ascii().filter(s -> s.chars().allMatch(c -> c >= ' ' && c < 127)),
            Arbitraries.integers().between(1, 4096),
            Arbitraries.of(Feature.class).set(),
            Arbitraries.maps(
                Arbitraries.strings().alpha().ofMinLength(4),
                Arbitraries.integers().between(0, 12)),
            Arbitraries.maps(
                Arbitraries.of(Operation.class),
                Arbitraries.integers().between(0, 1_000_000).map(n -> n / 1000.0)))
        .as(
            (release, cpus, features, counts, costs) ->
                new KernelProfile(
                    release, "ff", cpus, 1 << 22, features, counts, Set.of("a.b"), costs));
  }

  private static List<String> mistakes(String text) {
    return ((ParsedProfile.Malformed) KernelProfileReader.read(text)).mistakes();
  }
}
