// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.diagnostic;

import java.util.Optional;

/**
 * A mistake of the user.
 *
 * @param message what is wrong, quoting the text; no capital at the start, no full stop
 * @param hint what would be right
 */
public record Diagnostic(
    Severity severity,
    DiagnosticCode code,
    SourceSpan span,
    String message,
    Optional<String> hint) {
  /** An error without a hint. */
  public static Diagnostic error(DiagnosticCode code, SourceSpan span, String message) {
    return new Diagnostic(Severity.ERROR, code, span, message, Optional.empty());
  }

  /** A warning without a hint. */
  public static Diagnostic warning(DiagnosticCode code, SourceSpan span, String message) {
    return new Diagnostic(Severity.WARNING, code, span, message, Optional.empty());
  }

  /** The same with a hint. */
  public Diagnostic withHint(String newHint) {
    return withHint(Optional.of(newHint));
  }

  /** The same with a hint where there is one. */
  public Diagnostic withHint(Optional<String> newHint) {
    return new Diagnostic(severity, code, span, message, newHint);
  }
}
