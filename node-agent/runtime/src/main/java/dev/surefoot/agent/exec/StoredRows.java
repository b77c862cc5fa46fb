// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.agent.exec;

import dev.surefoot.agent.exec.value.Row;
import dev.surefoot.agent.exec.value.TextValue;
import dev.surefoot.agent.sink.RowBatch;
import dev.surefoot.catalog.expression.ValueType;

/** Moves rows into and out of batches. */
final class StoredRows {
  private StoredRows() {}

  /** Sets the columns of the batch's last row, from {@code firstColumn} on, to the row's. */
  static void store(Row row, RowBatch batch, int firstColumn) {
    for (int i = 0; i < row.columns(); i++) {
      int column = firstColumn + i;
      if (row.isNull(i)) {
        batch.setNull(column);
      } else if (row.type(i) == ValueType.TEXT) {
        TextValue text = row.text(i);
        batch.setText(column, text.bytes(), 0, text.length());
      } else {
        batch.setNumber(column, row.number(i));
      }
    }
  }

  /** Adds a row of one batch to another one of the same columns. */
  static void copy(RowBatch from, int index, RowBatch to) {
    to.addRow();
    for (int i = 0; i < from.columns(); i++) {
      if (from.isNull(i, index)) {
        to.setNull(i);
      } else if (from.type(i) == ValueType.TEXT) {
        to.setText(i, from.textBytes(), from.textOffset(i, index), from.textLength(i, index));
      } else {
        to.setNumber(i, from.number(i, index));
      }
    }
  }

  /** Sets a row to the first columns of a stored one. */
  static void restore(RowBatch batch, int index, Row row, TextValue[] texts) {
    for (int i = 0; i < row.columns(); i++) {
      if (batch.isNull(i, index)) {
        row.setNull(i);
      } else if (row.type(i) == ValueType.TEXT) {
        texts[i].clear();
        texts[i].append(batch.textBytes(), batch.textOffset(i, index), batch.textLength(i, index));
        row.setText(i, texts[i]);
      } else {
        row.setNumber(i, batch.number(i, index));
      }
    }
  }
}
