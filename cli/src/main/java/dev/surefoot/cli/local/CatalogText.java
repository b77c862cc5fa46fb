// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.cli.local;

import dev.surefoot.agent.catalogtest.CatalogReport;
import dev.surefoot.cli.run.OutputFormat;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/** The catalog test's result as text. */
final class CatalogText {
  private CatalogText() {}

  static String print(CatalogReport report, OutputFormat format) {
    return switch (format) {
      case TABLE -> table(report);
      case JSON -> lines(report, CatalogText::json);
      case CSV ->
          "function,section,accepted,ran,instructions,verifier_instructions,ns_per_run,reason\n"
              + lines(report, CatalogText::csv);
    };
  }

  private interface RowText {
    String of(CatalogReport.Row row);
  }

  private static String lines(CatalogReport report, RowText text) {
    return report.rows().stream().map(row -> text.of(row) + "\n").collect(Collectors.joining());
  }

  private static String table(CatalogReport report) {
    StringBuilder out = new StringBuilder();
    String format = "%-26s %-8s %-4s %12s %18s %10s  %s%n";
    out.append(
        String.format(
            Locale.ROOT,
            format,
            "FUNCTION",
            "ACCEPTED",
            "RAN",
            "INSTRUCTIONS",
            "VERIFIER PROCESSED",
            "NS A RUN",
            "REASON"));
    for (CatalogReport.Row row : report.rows()) {
      out.append(
          String.format(
                  Locale.ROOT,
                  format,
                  row.name(),
                  word(row.accepted()),
                  word(row.ran()),
                  text(row.instructions(), "-"),
                  text(row.processedInstructions(), "-"),
                  nanos(row.nanosPerRun(), "-"),
                  String.join("; ", row.reasons()))
              .stripTrailing());
      out.append('\n');
    }
    return out.toString();
  }

  private static String json(CatalogReport.Row row) {
    return "{\"function\":\""
        + row.name()
        + "\",\"section\":\""
        + row.section()
        + "\",\"accepted\":"
        + row.accepted()
        + ",\"ran\":"
        + row.ran()
        + ",\"instructions\":"
        + text(row.instructions(), "null")
        + ",\"verifierInstructions\":"
        + text(row.processedInstructions(), "null")
        + ",\"nsPerRun\":"
        + nanos(row.nanosPerRun(), "null")
        + ",\"reasons\":["
        + row.reasons().stream().map(CatalogText::quoted).collect(Collectors.joining(","))
        + "]}";
  }

  private static String csv(CatalogReport.Row row) {
    return String.join(
        ",",
        List.of(
            row.name(),
            row.section(),
            String.valueOf(row.accepted()),
            String.valueOf(row.ran()),
            text(row.instructions(), ""),
            text(row.processedInstructions(), ""),
            nanos(row.nanosPerRun(), ""),
            '"' + String.join("; ", row.reasons()).replace("\"", "\"\"") + '"'));
  }

  private static String quoted(String text) {
    StringBuilder out = new StringBuilder("\"");
    text.chars()
        .forEach(
            c ->
                out.append(
                    c == '"' || c == '\\'
                        ? "\\" + (char) c
                        : c < ' ' ? String.format(Locale.ROOT, "\\u%04x", c) : (char) c + ""));
    return out.append('"').toString();
  }

  private static String word(boolean yes) {
    return yes ? "yes" : "no";
  }

  private static String text(OptionalInt number, String absent) {
    return number.isPresent() ? Integer.toString(number.getAsInt()) : absent;
  }

  private static String nanos(OptionalDouble nanos, String absent) {
    return nanos.isPresent() ? String.format(Locale.ROOT, "%.1f", nanos.getAsDouble()) : absent;
  }
}
