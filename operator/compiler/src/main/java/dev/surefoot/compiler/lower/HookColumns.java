// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.lower;

import dev.surefoot.catalog.schema.Half;
import dev.surefoot.catalog.schema.HookValue;
import dev.surefoot.catalog.schema.Table;
import dev.surefoot.compiler.ir.Value;

/** Columns as the hook of one half has them. */
record HookColumns(Table table, Half half, HookReader reader) implements RowColumns {
  @Override
  public Value integer(int column) {
    return reader.integer(value(column));
  }

  @Override
  public Value lowBytes(int column) {
    return reader.lowBytes(value(column));
  }

  @Override
  public void text(int column, Value destination, int offset) {
    reader.text(value(column), destination, offset);
  }

  private HookValue value(int column) {
    return table.columns().get(column).valueAt(half);
  }
}
