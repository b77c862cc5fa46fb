// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.agent.catalogtest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surefoot.agent.kernel.HookCheck;
import dev.surefoot.catalog.profile.Operation;
import dev.surefoot.catalog.schema.Tables;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("kernel")
class NodeProfilerKernelTest {
  @TempDir private Path directory;

  @Test
  void theSecondRunFindsWhatTheFirstMeasured() throws IOException {
    NodeProfiler profiler = new NodeProfiler(new ProfileCache(directory), Optional.of("build"));

    NodeProfile first = profiler.profile();
    NodeProfile second = profiler.profile();

    assertThat(first)
        .isInstanceOfSatisfying(
            NodeProfile.Measured.class,
            measured ->
                assertThat(measured.report().rows()).allMatch(row -> row.reasons().isEmpty()));
    assertThat(second).isInstanceOf(NodeProfile.Cached.class);
    assertThat(HookCheck.problems(Tables.all(), first.profile())).isEmpty();
    assertThat(second.profile().features()).isEqualTo(first.profile().features());
    assertThat(second.profile().parameterCounts()).isEqualTo(first.profile().parameterCounts());
    assertThat(second.profile().costs().keySet()).contains(Operation.CLOCK);
  }

  @Test
  void withoutABuildNothingIsCached() throws IOException {
    NodeProfiler profiler = new NodeProfiler(new ProfileCache(directory), Optional.empty());

    assertThat(profiler.profile()).isInstanceOf(NodeProfile.Measured.class);
    assertThat(directory).isEmptyDirectory();
  }
}
