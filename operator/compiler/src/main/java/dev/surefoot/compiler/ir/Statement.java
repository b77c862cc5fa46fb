// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.ir;

import dev.surefoot.catalog.asm.SourceLine;
import java.util.Optional;

/**
 * An operation and the value that names its result.
 *
 * @param line the line of the user's text that it stands for
 */
public record Statement(Value result, Operation operation, Optional<SourceLine> line) {
  /** The same result from another operation. */
  public Statement with(Operation other) {
    return other == operation ? this : new Statement(result, other, line);
  }
}
