// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.agent.catalogtest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surefoot.catalog.layout.FieldType;
import dev.surefoot.catalog.layout.RecordLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class RecordValuesTest {
  @Test
  void fieldsAreReadAtTheirOffsetsWithTheirSigns() {
    RecordLayout layout =
        RecordLayout.named("r")
            .add("small", FieldType.U8)
            .add("unsigned", FieldType.U32)
            .add("signed", FieldType.I32)
            .add("wide", FieldType.U64)
            .add("text", new FieldType.Text(16))
            .build();
    ByteBuffer data = ByteBuffer.allocate(8 + layout.bytes()).order(ByteOrder.LITTLE_ENDIAN);
    data.put(8, (byte) 200);
    data.putInt(8 + layout.field("unsigned").offset(), -1);
    data.putInt(8 + layout.field("signed").offset(), -1);
    data.putLong(8 + layout.field("wide").offset(), Long.MIN_VALUE);
    data.put(8 + layout.field("text").offset(), "bash".getBytes(StandardCharsets.UTF_8));

    RecordValues values = RecordValues.of(layout, data, 8);

    assertThat(values.number("small")).isEqualTo(200);
    assertThat(values.number("unsigned")).isEqualTo(0xffff_ffffL);
    assertThat(values.number("signed")).isEqualTo(-1);
    assertThat(values.number("wide")).isEqualTo(Long.MIN_VALUE);
    assertThat(values.values()).containsEntry("text", "bash");
  }
}
