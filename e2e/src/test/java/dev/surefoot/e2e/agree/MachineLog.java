// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.e2e.agree;

import java.util.List;

/** What a machine did from one moment to another, in ns of CLOCK_MONOTONIC. */
record MachineLog(long startNanos, long endNanos, List<HookEvent> events) {
  MachineLog {
    events = List.copyOf(events);
  }
}
