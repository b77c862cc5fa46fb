// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.ladder;

import dev.surefoot.catalog.bundle.Bundle;
import dev.surefoot.compiler.split.Pipeline;
import java.util.List;

/**
 * A plan's ladder.
 *
 * @param rungs cheapest first, the one of MVSFs last
 * @param dropped splits that exceed a limit
 */
public record CompiledLadder(
    String name, Pipeline pipeline, List<CompiledRung> rungs, List<DroppedCandidate> dropped) {
  public CompiledLadder {
    rungs = List.copyOf(rungs);
    dropped = List.copyOf(dropped);
  }

  /** What travels. */
  public Bundle bundle() {
    return new Bundle(name, rungs.stream().map(CompiledRung::rung).toList());
  }
}
