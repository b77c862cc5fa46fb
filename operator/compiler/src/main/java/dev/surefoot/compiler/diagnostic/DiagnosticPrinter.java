// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.diagnostic;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Diagnostics for a terminal: place, message, the line with the wrong part underlined, the hint.
 *
 * <pre>
 * error: unknown column 'pidd' [UNKNOWN_COLUMN]
 *   --&gt; query.yaml:1:8
 *    |
 *  1 | SELECT pidd FROM system_calls
 *    |        ^^^^
 *    = did you mean 'pid'?
 * </pre>
 */
public final class DiagnosticPrinter {
  private static final String RED = "\u001b[1;31m";
  private static final String YELLOW = "\u001b[1;33m";
  private static final String BOLD = "\u001b[1m";
  private static final String BLUE = "\u001b[34m";
  private static final String RESET = "\u001b[0m";

  /**
   * A place as it is shown: where the text is a part of a file, its place in the file.
   *
   * @param line from 1
   * @param column from 1
   */
  public record ShownPlace(String source, int line, int column) {}

  private final SourceText source;
  private final boolean colour;
  private final Function<SourceSpan, ShownPlace> places;

  /** A printer for a text that stands for itself. */
  public DiagnosticPrinter(SourceText source, boolean colour) {
    this(source, colour, span -> new ShownPlace(source.name(), span.line(), span.column()));
  }

  /** A printer for a text that is a part of another, in which {@code places} finds its spans. */
  public DiagnosticPrinter(
      SourceText source, boolean colour, Function<SourceSpan, ShownPlace> places) {
    this.source = source;
    this.colour = colour;
    this.places = places;
  }

  /** Prints all, in the given order, an empty line between two. */
  public String print(List<Diagnostic> diagnostics) {
    return diagnostics.stream().map(this::print).collect(Collectors.joining("\n"));
  }

  /** Prints one; ends with a line end. */
  public String print(Diagnostic diagnostic) {
    SourceSpan span = diagnostic.span();
    ShownPlace place = places.apply(span);
    String number = Integer.toString(place.line());
    String margin = " ".repeat(number.length() + 2);
    String severityColour = diagnostic.severity() == Severity.ERROR ? RED : YELLOW;
    StringBuilder out = new StringBuilder();
    out.append(in(severityColour, diagnostic.severity().word()))
        .append(in(BOLD, ": " + diagnostic.message()))
        .append(" [" + diagnostic.code() + "]\n")
        .append(in(BLUE, margin.substring(1) + "--> "))
        .append(place.source() + ":" + number + ":" + place.column() + "\n")
        .append(in(BLUE, margin + "|") + "\n")
        .append(in(BLUE, " " + number + " |") + " " + visible(source.line(span.line())) + "\n")
        .append(in(BLUE, margin + "|") + " " + in(severityColour, underline(span)) + "\n");
    diagnostic.hint().ifPresent(hint -> out.append(in(BLUE, margin + "=") + " " + hint + "\n"));
    return out.toString();
  }

  private String underline(SourceSpan span) {
    String line = source.line(span.line());
    int end = span.endLine() == span.line() ? span.endColumn() : line.stripTrailing().length();
    int length = Math.max(1, end - span.column() + 1);
    return " ".repeat(span.column() - 1) + "^".repeat(length);
  }

  /** One column for each character, whatever the terminal does with tabs and control characters. */
  private static String visible(String line) {
    return line.codePoints()
        .map(c -> Character.isISOControl(c) ? ' ' : c)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private String in(String ansi, String text) {
    return colour ? ansi + text + RESET : text;
  }
}
