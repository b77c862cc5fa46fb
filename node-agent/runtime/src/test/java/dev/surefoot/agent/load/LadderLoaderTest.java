// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.agent.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surefoot.agent.libbpf.Errno;
import dev.surefoot.agent.load.LadderResult.Accepted;
import dev.surefoot.agent.load.LadderResult.NoneAccepted;
import dev.surefoot.agent.load.LadderResult.Refusal;
import dev.surefoot.agent.load.LoadResult.Loaded;
import dev.surefoot.agent.load.LoadResult.Rejected;
import dev.surefoot.catalog.bundle.Bundle;
import dev.surefoot.catalog.bundle.Rung;
import dev.surefoot.catalog.bundle.UserPlan;
import dev.surefoot.catalog.elf.ObjectDefinition;
import dev.surefoot.catalog.profile.Feature;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LadderLoaderTest {
  private static final Bundle BUNDLE =
      new Bundle(
          "query",
          List.of(
              rung("storage", Feature.TASK_STORAGE),
              rung("batches", Feature.RING_BUFFER),
              rung("mvsf-only", Feature.RING_BUFFER)));

  private final List<String> tried = new ArrayList<>();

  @Test
  void theFirstRungThatTheKernelTakesIsUsed() {
    LadderResult result =
        loader(Set.of(Feature.TASK_STORAGE, Feature.RING_BUFFER), "storage").load(BUNDLE);

    assertThat(result)
        .isInstanceOfSatisfying(
            Accepted.class,
            accepted -> {
              assertThat(accepted.index()).isEqualTo(1);
              assertThat(accepted.rung().name()).isEqualTo("batches");
            });
    assertThat(result.refusals()).hasSize(1);
    assertThat(result.refusals().getFirst().rung()).isEqualTo("storage");
    assertThat(result.refusals().getFirst().lines()).containsExactly("R1 is no good");
    assertThat(tried).containsExactly("storage", "batches");
  }

  @Test
  void aRungWhoseFeaturesAreMissingIsNotTried() {
    LadderResult result = loader(Set.of(Feature.RING_BUFFER)).load(BUNDLE);

    assertThat(tried).containsExactly("batches");
    assertThat(result.refusals())
        .containsExactly(new Refusal.MissingFeatures(0, "storage", Set.of(Feature.TASK_STORAGE)));
    assertThat(result.refusals().getFirst().lines())
        .containsExactly("this kernel has no TASK_STORAGE");
  }

  @Test
  void aLadderMayBeEnteredFurtherDown() {
    LadderResult result = loader(Set.of(Feature.RING_BUFFER)).load(BUNDLE, 2);

    assertThat(((Accepted) result).index()).isEqualTo(2);
    assertThat(tried).containsExactly("mvsf-only");
  }

  @Test
  void whereNoRungIsTakenEveryReasonIsKept() {
    LadderResult result = loader(Set.of(Feature.RING_BUFFER), "batches", "mvsf-only").load(BUNDLE);

    assertThat(result).isInstanceOf(NoneAccepted.class);
    assertThat(result.refusals()).extracting(Refusal::index).containsExactly(0, 1, 2);
  }

  private LadderLoader loader(Set<Feature> features, String... refused) {
    return new LadderLoader(
        features,
        object -> {
          String name = object.sourceName();
          tried.add(name);
          return List.of(refused).contains(name)
              ? new Rejected(
                  Optional.of("p"), new VerifierLog("R1 is no good\n"), new Errno(22), List.of())
              : new Loaded(new LoadedObject(0, List.of(), List.of()));
        });
  }

  private static Rung rung(String name, Feature requirement) {
    return new Rung(
        name,
        new ObjectDefinition(name, "GPL", List.of(), List.of()),
        new UserPlan(List.of(), List.of(), List.of()),
        Set.of(requirement),
        1);
  }
}
