// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.catalog.bundle;

import dev.surefoot.catalog.expression.ValueType;
import java.util.List;

/**
 * The user-space half of a split.
 *
 * @param stages the first reads streams, each other takes the rows of the one before
 */
public record UserPlan(
    List<KernelStream> streams, List<UserStage> stages, List<OutputColumn> output) {
  /** A column of the result. */
  public record OutputColumn(String name, ValueType type) {}

  public UserPlan {
    streams = List.copyOf(streams);
    stages = List.copyOf(stages);
    output = List.copyOf(output);
  }

  /** The stream with this id. */
  public KernelStream stream(int id) {
    return streams.stream()
        .filter(stream -> stream.id() == id)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no stream " + id));
  }
}
