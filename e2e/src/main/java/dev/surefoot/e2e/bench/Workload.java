// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.e2e.bench;

import java.io.IOException;
import java.util.List;

/** Something that makes system calls and says how fast it was. */
public interface Workload {
  /** For people and for {@code --workload}. */
  String name();

  /** What is measured. */
  Measure measure();

  /** Runs it once, in this unit. */
  double run() throws IOException;

  /** What to put before a peer's command, so that the two share what they share in real life. */
  List<String> peerPrefix();

  /** A measured quantity. */
  enum Measure {
    NANOS_PER_CALL("ns per call"),
    OPERATIONS_PER_SECOND("operations per second");

    private final String unit;

    Measure(String unit) {
      this.unit = unit;
    }

    /** For people. */
    public String unit() {
      return unit;
    }
  }
}
