// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.reference;

import dev.surefoot.catalog.schema.Half;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a table's hooks saw during a run, in the order in which it happened.
 *
 * @param startNanos when the run began, in ns of CLOCK_MONOTONIC
 * @param endNanos when it ended
 */
public record EventLog(long startNanos, long endNanos, List<Recorded> events) {
  /** Something that a hook saw. */
  public sealed interface Recorded {
    /**
     * An event, or a half of a span.
     *
     * @param values of every column that is had at this half, by name: {@link Long} or {@link
     *     Bytes}
     */
    record Seen(Half half, Map<String, Object> values) implements Recorded {
      public Seen {
        values = Map.copyOf(values);
      }
    }

    /**
     * An event that ends the open span of the key without a row.
     *
     * @param unless where this equals the key nothing is cancelled
     */
    record Cancelled(long key, Optional<Long> unless) implements Recorded {}
  }

  public EventLog {
    events = List.copyOf(events);
  }
}
