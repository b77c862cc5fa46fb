// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.agent.sink;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surefoot.catalog.expression.ValueType;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import org.junit.jupiter.api.Test;

class RowBatchTest {
  private static String text(RowBatch batch, int row) {
    return new String(
        batch.textBytes(),
        batch.textOffset(0, row),
        batch.textLength(0, row),
        StandardCharsets.US_ASCII);
  }

  @Property
  void keepsWhatWasAddedAndGrows(@ForAll List<@AlphaChars String> texts) {
    RowBatch batch = new RowBatch(List.of(ValueType.TEXT, ValueType.INT64), 1);
    for (int round = 0; round < 2; round++) {
      for (String text : texts) {
        RowBatch _ = TestingRows.add(batch, text, (long) text.length());
      }
      assertThat(batch.size()).isEqualTo(texts.size());
      for (int row = 0; row < texts.size(); row++) {
        assertThat(text(batch, row)).isEqualTo(texts.get(row));
        assertThat(batch.number(1, row)).isEqualTo(texts.get(row).length());
      }
      batch.clear();
    }
  }

  @Test
  void aValueReplacesANullOfTheRowThatWasThereBefore() {
    RowBatch batch = new RowBatch(List.of(ValueType.INT64), 1);
    RowBatch _ = TestingRows.add(batch, (Object) null);
    assertThat(batch.isNull(0, 0)).isTrue();
    batch.clear();
    RowBatch _ = TestingRows.add(batch, 5L);
    assertThat(batch.isNull(0, 0)).isFalse();
    assertThat(batch.number(0, 0)).isEqualTo(5);
  }
}
