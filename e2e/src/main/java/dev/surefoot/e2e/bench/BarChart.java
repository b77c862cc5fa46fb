// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.e2e.bench;

import java.util.List;
import java.util.Locale;

/** Horizontal bars of medians with lines from the lowest to the highest value, as SVG. */
final class BarChart {
  private static final int LABEL_WIDTH = 190;
  private static final int BAR_WIDTH = 460;
  private static final int LINE = 22;

  private BarChart() {}

  static String print(String title, String unit, List<Measurement> measurements) {
    double largest =
        measurements.stream().mapToDouble(each -> each.series().high()).max().orElse(1);
    int height = LINE * (measurements.size() + 2);
    StringBuilder svg = new StringBuilder();
    svg.append(
        """
        <svg xmlns="http://www.w3.org/2000/svg" width="%d" height="%d" font-family="sans-serif" font-size="12">
        <rect width="100%%" height="100%%" fill="white"/>
        <text x="8" y="16" font-weight="bold">%s, %s</text>
        """
            .formatted(LABEL_WIDTH + BAR_WIDTH + 90, height, title, unit));
    for (int at = 0; at < measurements.size(); at++) {
      svg.append(bar(measurements.get(at), LINE * (at + 1) + 4, BAR_WIDTH / largest));
    }
    return svg.append("</svg>\n").toString();
  }

  private static String bar(Measurement measurement, int y, double scale) {
    Peer peer = measurement.peer();
    Series series = measurement.series();
    String label = peer.query() == Query.NONE ? peer.name() : peer.query() + " " + peer.name();
    double end = LABEL_WIDTH + series.median() * scale;
    return String.format(
        Locale.ROOT,
        """
        <text x="%d" y="%d" text-anchor="end">%s</text>
        <rect x="%d" y="%d" width="%.1f" height="%d" fill="%s"/>
        <path d="M%.1f %dH%.1f" stroke="black"/>
        <text x="%.1f" y="%d">%.0f</text>
        """,
        LABEL_WIDTH - 6,
        y + 14,
        label,
        LABEL_WIDTH,
        y + 3,
        end - LABEL_WIDTH,
        LINE - 6,
        color(peer.query()),
        LABEL_WIDTH + series.low() * scale,
        y + 11,
        LABEL_WIDTH + series.high() * scale,
        Math.max(end, LABEL_WIDTH + series.high() * scale) + 6,
        y + 14,
        series.median());
  }

  private static String color(Query query) {
    return switch (query) {
      case NONE -> "#b0b0b0";
      case QUERY_1 -> "#7fa8d0";
      case QUERY_2 -> "#d0a070";
    };
  }
}
