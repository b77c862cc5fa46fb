// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.ladder;

import dev.surefoot.catalog.bundle.Rung;
import dev.surefoot.compiler.codegen.GeneratedFunction;
import dev.surefoot.compiler.split.SplitCandidate;
import java.util.List;

/**
 * A rung and how it came about.
 *
 * @param functions what was generated, in the order of the object's programs; empty for the
 *     catalog's functions
 */
public record CompiledRung(SplitCandidate candidate, Rung rung, List<GeneratedFunction> functions) {
  public CompiledRung {
    functions = List.copyOf(functions);
  }
}
