// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.lower;

import dev.surefoot.compiler.ir.Value;

/** Where a program has the columns of a row. */
interface RowColumns {
  /** An integer column, extended to 64 bits. */
  Value integer(int column);

  /** A value whose low bytes are the column's; what is above them may be anything. */
  Value lowBytes(int column);

  /** Writes a text column, zero-filled to its size, to memory. */
  void text(int column, Value destination, int offset);
}
