// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.sql;

import dev.surefoot.compiler.diagnostic.Diagnostic;
import dev.surefoot.compiler.diagnostic.DiagnosticCode;
import dev.surefoot.compiler.diagnostic.Nearest;
import dev.surefoot.compiler.diagnostic.SourceText;
import dev.surefoot.compiler.sql.StreamClauses.WindowClause;
import dev.surefoot.compiler.sql.Token.Kind;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** {@code WINDOW n unit}, from 1 ms to one day, a whole number of ns. */
final class WindowParser {
  private static final BigDecimal SHORTEST = BigDecimal.valueOf(WindowUnit.MILLISECOND.nanos());
  private static final BigDecimal LONGEST = BigDecimal.valueOf(24 * WindowUnit.HOUR.nanos());
  private static final String EXAMPLE = "for example WINDOW 1 s; units are ms, s, min, h";
  private static final Set<String> NEXT_CLAUSES =
      Set.of("ORDER", "LIMIT", "GROUP", "HAVING", "WHERE", "FROM", "SLIDE", "SAMPLE", "WINDOW");

  private final SourceText source;
  private final List<Token> tokens;
  private final int first;
  private final List<Diagnostic> diagnostics;
  private int last;

  /**
   * @param first index of the word WINDOW
   */
  WindowParser(SourceText source, List<Token> tokens, int first, List<Diagnostic> diagnostics) {
    this.source = source;
    this.tokens = tokens;
    this.first = first;
    this.last = first;
    this.diagnostics = diagnostics;
  }

  /** Index of the clause's last token, once parsed. */
  int last() {
    return last;
  }

  /** The clause; empty where it is wrong, which is then reported. */
  Optional<WindowClause> parse() {
    if (nextIs("SESSION")) {
      last++;
      return reject(DiagnosticCode.NOT_SUPPORTED, "session windows are not in this version");
    }
    boolean negative = last + 1 < tokens.size() && tokens.get(last + 1).isSymbol('-');
    if (negative) {
      last++;
    }
    if (last + 1 >= tokens.size() || tokens.get(last + 1).kind() != Kind.NUMBER) {
      return reject(DiagnosticCode.SYNTAX, "WINDOW needs a length");
    }
    last++;
    if (tokens.get(last).text().toLowerCase(Locale.ROOT).contains("e")) {
      return reject(DiagnosticCode.SYNTAX, "a window's length is written without exponent");
    }
    BigDecimal count = new BigDecimal(tokens.get(last).text());
    return unit().flatMap(unit -> length(negative ? count.negate() : count, unit));
  }

  private Optional<WindowUnit> unit() {
    boolean word = last + 1 < tokens.size() && tokens.get(last + 1).kind() == Kind.WORD;
    if (!word || NEXT_CLAUSES.contains(tokens.get(last + 1).text().toUpperCase(Locale.ROOT))) {
      return reject(DiagnosticCode.UNKNOWN_UNIT, "the window's length has no unit");
    }
    last++;
    String spelling = tokens.get(last).text();
    Optional<WindowUnit> unit = WindowUnit.of(spelling);
    if (unit.isEmpty()) {
      Optional<String> nearest =
          spelling.length() < 3
              ? Optional.empty()
              : Nearest.hint(spelling, WindowUnit.allSpellings());
      diagnostics.add(
          Diagnostic.error(
                  DiagnosticCode.UNKNOWN_UNIT,
                  source.span(tokens.get(last).from(), tokens.get(last).to()),
                  "'" + spelling + "' is not a unit of time")
              .withHint(nearest.orElse(EXAMPLE)));
    }
    return unit;
  }

  private Optional<WindowClause> length(BigDecimal count, WindowUnit unit) {
    BigDecimal nanos = count.multiply(BigDecimal.valueOf(unit.nanos()));
    if (nanos.signum() <= 0) {
      return reject(DiagnosticCode.EMPTY_WINDOW, "a window of this length holds no events");
    }
    if (nanos.compareTo(SHORTEST) < 0 || nanos.compareTo(LONGEST) > 0) {
      return reject(DiagnosticCode.WINDOW_OUT_OF_RANGE, "a window is from 1 ms to 24 h long");
    }
    if (nanos.stripTrailingZeros().scale() > 0) {
      return reject(DiagnosticCode.WINDOW_OUT_OF_RANGE, "a window is a whole number of ns long");
    }
    return Optional.of(new WindowClause(nanos.longValueExact(), source.span(from(), to())));
  }

  private <T> Optional<T> reject(DiagnosticCode code, String message) {
    diagnostics.add(Diagnostic.error(code, source.span(from(), to()), message).withHint(EXAMPLE));
    return Optional.empty();
  }

  private boolean nextIs(String word) {
    return last + 1 < tokens.size() && tokens.get(last + 1).is(word);
  }

  private int from() {
    return tokens.get(first).from();
  }

  private int to() {
    return tokens.get(last).to();
  }
}
