// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.agent.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surefoot.agent.libbpf.Errno;
import dev.surefoot.agent.load.LoadResult.Rejected;
import dev.surefoot.agent.load.VerifierLog;
import dev.surefoot.catalog.elf.ObjectDefinition;
import dev.surefoot.catalog.profile.Feature;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FeatureProbeTest {
  private static final int EPERM = 1;
  private static final int EINVAL = 22;

  @Test
  void aRefusedProgramMeansThatTheFeatureIsAbsent() {
    Map<Feature, FeatureAnswer> answers = answers(EINVAL);

    assertThat(answers).hasSize(Feature.values().length);
    assertThat(answers.values())
        .allMatch(answer -> answer.equals(new FeatureAnswer.Absent(List.of("no such thing"))));
    assertThat(FeatureProbe.present(answers)).isEmpty();
  }

  @Test
  void whatCouldNotBeTriedIsUnknown() {
    assertThat(answers(EPERM).values()).allMatch(FeatureAnswer.Unknown.class::isInstance);
  }

  private static Map<Feature, FeatureAnswer> answers(int errno) {
    return new FeatureProbe(object -> refusal(object, errno)).answers();
  }

  private static Rejected refusal(ObjectDefinition object, int errno) {
    return new Rejected(
        Optional.of(object.programs().getFirst().name()),
        new VerifierLog("no such thing\n"),
        new Errno(errno),
        List.of());
  }
}
