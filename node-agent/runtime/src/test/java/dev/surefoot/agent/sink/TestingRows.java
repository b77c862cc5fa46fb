// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.agent.sink;

import dev.surefoot.catalog.bundle.UserPlan.OutputColumn;
import dev.surefoot.catalog.expression.ValueType;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Columns of all types and batches of boxed values. */
final class TestingRows {
  static final List<OutputColumn> COLUMNS =
      List.of(
          new OutputColumn("pid", ValueType.INT64),
          new OutputColumn("share", ValueType.DOUBLE),
          new OutputColumn("ok", ValueType.BOOLEAN),
          new OutputColumn("comm", ValueType.TEXT));

  private TestingRows() {}

  /** Adds a row of values that fit {@link #COLUMNS}; texts as String or byte[]. */
  static RowBatch add(RowBatch batch, Object... values) {
    batch.addRow();
    for (int i = 0; i < values.length; i++) {
      switch (values[i]) {
        case null -> batch.setNull(i);
        case Long number -> batch.setNumber(i, number);
        case Integer number -> batch.setNumber(i, number);
        case Double number -> batch.setNumber(i, Double.doubleToRawLongBits(number));
        case Boolean truth -> batch.setNumber(i, truth ? 1 : 0);
        case byte[] text -> batch.setText(i, text, 0, text.length);
        case Object text -> {
          byte[] bytes = ((String) text).getBytes(StandardCharsets.UTF_8);
          batch.setText(i, bytes, 0, bytes.length);
        }
      }
    }
    return batch;
  }

  static RowBatch batch() {
    return new RowBatch(COLUMNS.stream().map(OutputColumn::type).toList(), 2);
  }

  /** Bytes that no UTF-8 text has. */
  static byte[] bytes(int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return bytes;
  }
}
