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
            "%,d rows in %.1f s\n",
            summary.rows(),
            summary.took().toMillis() / 1000.0));
    text.append("rung: ").append(summary.rung());
    if (!summary.costs().isEmpty()) {
      text.append(
          summary.costs().stream()
              .map(cost -> String.format(Locale.ROOT, "%s %.0f", cost.program(), cost.nanos()))
              .collect(Collectors.joining(", ", "\ncost: ns a run: ", "")));
    }
    text.append(String.format(Locale.ROOT, "\nlost: %,d", summary.lost()));
    text.append(
        summary.losses().stream()
            .map(loss -> String.format(Locale.ROOT, "%s %,d", loss.stage(), loss.count()))
            .collect(Collectors.joining(", ", " (", ")\n")));
    return text.toString();
  }
}
