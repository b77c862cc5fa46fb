// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.e2e.bench;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** The report as Markdown: one table for each workload. */
final class MarkdownReport {
  private final StringBuilder text = new StringBuilder();

  MarkdownReport(String machine, int rounds) {
    text.append("# What a query costs\n");
    text.append(
        "%s; %d alternating rounds; medians, with the smallest and largest value.%n"
            .formatted(machine, rounds));
  }

  void add(Workload workload, List<Measurement> measurements) {
    Effects effects = new Effects(workload.measure(), measurements);
    text.append("\n## ").append(workload.name()).append("\n\n");
    text.append(
        """
        | query | peer | %s | low to high | probe effect | added ns | ratio to usual C | events lost |
        |---|---|---|---|---|---|---|---|
        """
            .formatted(workload.measure().unit()));
    measurements.forEach(measurement -> row(effects, measurement));
    text.append("\n![%s](%s.svg)\n".formatted(workload.name(), workload.name()));
  }

  private void row(Effects effects, Measurement measurement) {
    Series series = measurement.series();
    text.append(
        String.format(
            Locale.ROOT,
            "| %s | %s | %.0f | %.0f to %.0f | %s | %s | %s | %,d |\n",
            measurement.peer().query() == Query.NONE ? "" : measurement.peer().query(),
            measurement.peer().name(),
            series.median(),
            series.low(),
            series.high(),
            cell("%.1f %%", effects.probeEffectPercent(measurement)),
            cell("%.0f", effects.addedNanos(measurement)),
            cell("%.2f", effects.ratioToUsual(measurement)),
            measurement.lost()));
  }

  private static String cell(String format, OptionalDouble value) {
    return value.isPresent() ? String.format(Locale.ROOT, format, value.getAsDouble()) : "";
  }

  String print() {
    return text.toString();
  }
}
