// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.e2e.bench;

import java.util.List;
import java.util.regex.Pattern;

/** Adds up what peers say that they lost, each in its own words. */
final class LossCount {
  private static final Pattern LOST =
      Pattern.compile(
          "\"lost\": ([0-9]+)" // the C peers
              + "|\"recursionMisses\": ([0-9]+)"
              + "|Lost ([0-9]+) events" // bpftrace, each time that it notices
              + "|^lost: ([0-9,]+)"); // surefoot's summary

  private LossCount() {}

  static long of(List<String> lines) {
    return lines.stream()
        .flatMap(line -> LOST.matcher(line).results())
        .mapToLong(
            match -> {
              int group = 1;
              while (match.group(group) == null) {
                group++;
              }
              return Long.parseLong(match.group(group).replace(",", ""));
            })
        .sum();
  }
}
