// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.agent.sink;

import java.time.ZoneId;
import java.util.Map;

/**
 * How a table is shown.
 *
 * @param width columns of the terminal; wide text is cut so that a line fits
 * @param colour whether escape sequences for colours are written
 * @param units units of columns by name, for the header
 * @param realtimeOffsetNanos CLOCK_REALTIME minus CLOCK_MONOTONIC, to show windows by the clock
 * @param zone the time zone of these times
 */
public record TableStyle(
    int width, boolean colour, Map<String, String> units, long realtimeOffsetNanos, ZoneId zone) {
  public TableStyle {
    units = Map.copyOf(units);
  }
}
