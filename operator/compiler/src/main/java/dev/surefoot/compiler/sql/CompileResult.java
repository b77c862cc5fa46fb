// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.sql;

import dev.surefoot.compiler.diagnostic.Diagnostic;
import dev.surefoot.compiler.plan.LogicalPlan;
import java.util.List;

/** What became of a text. */
public sealed interface CompileResult {
  /**
   * It is a query.
   *
   * @param warnings what is allowed but surely not meant
   */
  record Analyzed(LogicalPlan plan, List<Diagnostic> warnings) implements CompileResult {
    public Analyzed {
      warnings = List.copyOf(warnings);
    }
  }

  /** It is not; at least one diagnostic is an error. */
  record Rejected(List<Diagnostic> diagnostics) implements CompileResult {
    public Rejected {
      diagnostics = List.copyOf(diagnostics);
    }
  }
}
