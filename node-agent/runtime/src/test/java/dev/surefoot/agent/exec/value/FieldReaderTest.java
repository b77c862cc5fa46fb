// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.agent.exec.value;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surefoot.agent.exec.TestingRecord;
import dev.surefoot.catalog.expression.ValueType;
import dev.surefoot.catalog.layout.FieldType;
import dev.surefoot.catalog.layout.RecordLayout;
import java.nio.ByteBuffer;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class FieldReaderTest {
  private static final RecordLayout ALL =
      RecordLayout.named("all")
          .add("u8", FieldType.U8)
          .add("i8", new FieldType.Int(1, true))
          .add("u16", FieldType.U16)
          .add("i16", new FieldType.Int(2, true))
          .add("u32", FieldType.U32)
          .add("i32", FieldType.I32)
          .add("text", new FieldType.Text(16))
          .add("u64", FieldType.U64)
          .add("i64", FieldType.I64)
          .build();

  private static List<Object> expected(long value, String text) {
    return List.of(
        value & 0xff,
        (long) (byte) value,
        value & 0xffff,
        (long) (short) value,
        value & 0xffffffffL,
        (long) (int) value,
        text,
        value,
        value);
  }

  private static List<Object> values(Row row) {
    return IntStream.range(0, row.columns())
        .mapToObj(
            i ->
                row.type(i) == ValueType.TEXT
                    ? (Object) row.text(i).toString()
                    : (Object) row.number(i))
        .toList();
  }

  @Property
  void fieldsAreExtendedByTheirTypeReadAtOnceOrSavedBefore(@ForAll long value) {
    String text = Long.toHexString(value);
    TestingRecord record = TestingRecord.of(ALL);
    ALL.fields()
        .forEach(field -> record.setAny(field.name(), field.name().equals("text") ? text : value));
    ByteBuffer data = record.data();
    Row row =
        new Row(ALL.fields().stream().map(field -> FieldReader.valueType(field.type())).toList());
    FieldReader reader =
        new FieldReader(ALL.fields(), IntStream.range(0, ALL.fields().size()).boxed().toList());

    reader.read(data, 0, row);
    assertThat(values(row)).isEqualTo(expected(value, text));

    long[] words = new long[3 + reader.savedWords()];
    reader.save(data, 0, words, 3);
    Row restored = new Row(row.types());
    reader.restore(words, 3, restored);
    assertThat(values(restored)).isEqualTo(values(row));
    assertThat(Collections.nCopies(row.columns(), false))
        .isEqualTo(IntStream.range(0, row.columns()).mapToObj(row::isNull).toList());
  }
}
