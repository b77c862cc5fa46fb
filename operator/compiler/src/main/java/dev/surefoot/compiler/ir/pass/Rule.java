// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.ir.pass;

import dev.surefoot.compiler.ir.Statement;
import dev.surefoot.compiler.ir.Value;
import java.util.Optional;

/** A rewriting of one statement. */
public interface Rule {
  /** A value that is always equal to the statement's result, or nothing where no rule applies. */
  Optional<Value> apply(Statement statement, Rewriting rewriting);
}
