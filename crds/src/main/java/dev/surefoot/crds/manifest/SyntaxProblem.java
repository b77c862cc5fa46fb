// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.crds.manifest;

import dev.surefoot.crds.manifest.Problem.Reason;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Turns what the YAML parser throws into a problem with a place. */
final class SyntaxProblem {
  private static final Pattern QUERY_AT_MARGIN = Pattern.compile("(?im)^select\\b");

  private SyntaxProblem() {}

  static void add(YamlEngineException e, Problems problems) {
    Place place = placeOf(e, problems.source());
    String line = problems.source().line(place);
    if (isIndentedByTab(line)) {
      Place tab = new Place(place.source(), place.line(), line.indexOf('\t') + 1);
      problems.add(tab, Reason.TAB, "a tab cannot indent YAML", Optional.of("indent with spaces"));
      return;
    }
    problems.add(place, Reason.SYNTAX, "not valid YAML: " + messageOf(e), hintFor(e, problems));
  }

  private static Place placeOf(YamlEngineException e, SourceText source) {
    return switch (e) {
      case MarkedYamlEngineException marked ->
          marked
              .getProblemMark()
              .map(source::place)
              .filter(place -> !source.line(place).isBlank())
              // At the end of the file only the beginning of what is open helps.
              .or(() -> marked.getContextMark().map(source::place))
              .orElseGet(() -> Place.wholeOf(source.name()));
      case ReaderException reader ->
          source.place(
              source
                  .text()
                  .offsetByCodePoints(0, Math.min(reader.getPosition(), source.text().length())));
      default -> Place.wholeOf(source.name());
    };
  }

  private static String messageOf(YamlEngineException e) {
    return switch (e) {
      case MarkedYamlEngineException marked when marked.getProblem() != null ->
          lowerFirst(marked.getProblem());
      case ReaderException reader ->
          "the character U+%04X is not allowed".formatted(reader.getCodePoint());
      default -> lowerFirst(String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
    };
  }

  private static boolean isIndentedByTab(String line) {
    return line.substring(0, line.length() - line.stripLeading().length()).contains("\t");
  }

  private static Optional<String> hintFor(YamlEngineException e, Problems problems) {
    if (QUERY_AT_MARGIN.matcher(problems.source().text()).find()) {
      return Optional.of("the lines of the query must be indented deeper than 'sql: |'");
    }
    if (e instanceof MarkedYamlEngineException marked && marked.getContext() != null) {
      return marked
          .getContextMark()
          .map(problems.source()::place)
          .map(begin -> "it began at line %d, column %d".formatted(begin.line(), begin.column()))
          .map(begin -> begin + "; is it closed, and is this line's indentation right?");
    }
    return Optional.empty();
  }

  private static String lowerFirst(String text) {
    return text.isEmpty()
        ? text
        : text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1);
  }
}
