// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.reference;

import dev.surefoot.catalog.layout.FieldType;
import dev.surefoot.catalog.schema.Column;
import dev.surefoot.catalog.schema.Half;
import dev.surefoot.catalog.schema.HookValue;
import dev.surefoot.catalog.schema.Table;
import dev.surefoot.compiler.reference.EventLog.Recorded;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** Random event logs of a table, the same for the same seed; a few threads, windows and values. */
public final class RandomEvents {
  private static final long START_NANOS = 123_456_789_000L;
  private static final long THREADS = 6;
  private static final List<String> TEXTS =
      List.of("bash", "", "a'b", "kworker/0:1", "\u00e9\u20ac", "/usr/bin/ls", "BASH", "s");

  private final RandomGenerator random;
  private long now = START_NANOS;

  public RandomEvents(long seed) {
    this.random = new SplittableRandom(seed);
  }

  /** A log of this many events. */
  public EventLog log(Table table, int events) {
    List<Recorded> recorded = new ArrayList<>();
    for (int i = 0; i < events; i++) {
      now += random.nextInt(10) == 0 ? random.nextLong(3_000_000_000L) : random.nextLong(900_000);
      recorded.add(
          switch (table.shape()) {
            case Table.Shape.Event _ -> seen(table, Half.EVENT);
            case Table.Shape.Span _ -> ofSpan(table);
          });
    }
    return new EventLog(START_NANOS, now + 1, recorded);
  }

  private Recorded ofSpan(Table table) {
    return switch (random.nextInt(12)) {
      case 0 -> new Recorded.Cancelled(thread(), Optional.empty());
      case 1 -> new Recorded.Cancelled(thread(), Optional.of(thread()));
      case 2, 3, 4, 5, 6 -> seen(table, Half.CLOSE);
      default -> seen(table, Half.OPEN);
    };
  }

  private Recorded.Seen seen(Table table, Half half) {
    Map<String, Object> values = new HashMap<>();
    for (Column column : table.columns()) {
      if (column.availableAt(half)) {
        values.put(column.name(), value(column, half));
      }
    }
    return new Recorded.Seen(half, values);
  }

  private Object value(Column column, Half half) {
    return switch (column.valueAt(half)) {
      case HookValue.Clock _ -> now;
      case HookValue.Tid _ -> thread();
      case HookValue.Pid _ -> 1 + thread() / 2;
      case HookValue _ ->
          switch (column.type()) {
            case FieldType.Int type -> integer(type);
            case FieldType.Text(int bytes) -> text(bytes);
          };
    };
  }

  private long thread() {
    return random.nextLong(1, 1 + THREADS);
  }

  private Object integer(FieldType.Int type) {
    long any =
        switch (random.nextInt(4)) {
          case 0 -> random.nextLong();
          case 1 -> random.nextInt(-5, 5);
          default -> random.nextInt(300);
        };
    int unused = 64 - 8 * type.bytes();
    return type.signed() ? any << unused >> unused : any << unused >>> unused;
  }

  private String text(int bytes) {
    String text = Bytes.of(TEXTS.get(random.nextInt(TEXTS.size())));
    return text.substring(0, Math.min(text.length(), bytes - 1));
  }
}
