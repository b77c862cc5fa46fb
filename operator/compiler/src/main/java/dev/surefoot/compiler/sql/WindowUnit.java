// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.sql;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Units of a window's length. */
enum WindowUnit {
  MILLISECOND(1_000_000L, "ms msec msecs millisecond milliseconds"),
  SECOND(1_000_000_000L, "s sec secs second seconds"),
  MINUTE(60_000_000_000L, "min mins minute minutes"),
  HOUR(3_600_000_000_000L, "h hour hours");

  private final long nanos;
  private final String spellings;

  WindowUnit(long nanos, String spellings) {
    this.nanos = nanos;
    this.spellings = spellings;
  }

  /** Its length in ns. */
  long nanos() {
    return nanos;
  }

  private List<String> spellings() {
    return List.of(spellings.split(" "));
  }

  /** The unit that is spelled like this, in any case. */
  static Optional<WindowUnit> of(String spelling) {
    String lower = spelling.toLowerCase(Locale.ROOT);
    return Arrays.stream(values()).filter(unit -> unit.spellings().contains(lower)).findFirst();
  }

  /** Every spelling of every unit. */
  static List<String> allSpellings() {
    return Arrays.stream(values()).flatMap(unit -> unit.spellings().stream()).toList();
  }
}
