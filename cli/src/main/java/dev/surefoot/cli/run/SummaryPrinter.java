// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.cli.run;

import java.util.Locale;
import java.util.stream.Collectors;

/** Prints a run's summary. */
final class SummaryPrinter {
  private SummaryPrinter() {}

  static String print(RunSummary summary) {
    StringBuilder text = new StringBuilder();
    text.append(
        String.format(
            Locale.ROOT,
            "%,d rows of %,d events in %.1f s\n",
            summary.rows(),
            summary.events(),
            summary.took().toMillis() / 1000.0));
    text.append("rung: ").append(summary.rung());
    summary
        .kernelNanosPerEvent()
        .ifPresent(
            nanos ->
                text.append(
                    String.format(Locale.ROOT, ", %.0f ns per event in the kernel", nanos)));
    text.append(String.format(Locale.ROOT, "\nlost: %,d", summary.lost()));
    text.append(
        summary.losses().stream()
            .map(loss -> String.format(Locale.ROOT, "%s %,d", loss.stage(), loss.count()))
            .collect(Collectors.joining(", ", " (", ")\n")));
    return text.toString();
  }
}
