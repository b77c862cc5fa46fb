// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.agent.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.surefoot.agent.load.ObjectLoader;
import dev.surefoot.catalog.btf.KernelBtf;
import dev.surefoot.catalog.profile.Feature;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("kernel")
class FeatureProbeKernelTest {
  /** Linux 5.8 has the first three and 6.6 has all; this also runs on kernels between. */
  @Test
  void everyFeatureIsAnsweredAndTheOldOnesArePresent() {
    Map<Feature, FeatureAnswer> answers = new FeatureProbe(new ObjectLoader()::load).answers();

    assertThat(answers.values()).noneMatch(FeatureAnswer.Unknown.class::isInstance);
    assertThat(FeatureProbe.present(answers))
        .contains(Feature.RING_BUFFER, Feature.MAPPED_ARRAY, Feature.TYPED_TRACEPOINTS);
  }

  @Test
  void aRecentKernelHasThemAll() throws IOException {
    assumeTrue(
        KernelBtf.read(KernelBtf.RUNNING_KERNEL).hasFunction("bpf_iter_bits_new"),
        "a kernel that is older than 6.11");
    Map<Feature, FeatureAnswer> answers = new FeatureProbe(new ObjectLoader()::load).answers();
    assertThat(answers.values()).hasOnlyElementsOfType(FeatureAnswer.Present.class);
  }
}
