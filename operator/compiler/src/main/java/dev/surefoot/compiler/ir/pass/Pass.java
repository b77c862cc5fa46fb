// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.ir.pass;

import dev.surefoot.compiler.ir.BpfFunction;

/** A rewriting of a whole function that keeps its meaning. */
public interface Pass {
  /** The rewritten function; the same one where nothing applies. */
  BpfFunction apply(BpfFunction function);
}
