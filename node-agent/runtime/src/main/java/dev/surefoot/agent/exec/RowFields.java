// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.agent.exec;

import dev.surefoot.agent.exec.value.FieldReader;
import dev.surefoot.agent.exec.value.Row;
import dev.surefoot.catalog.layout.Field;
import dev.surefoot.catalog.layout.RecordLayout;
import java.util.List;
import java.util.stream.IntStream;

/** A row whose columns are named fields of a record. */
record RowFields(FieldReader reader, Row row) {
  static RowFields of(RecordLayout layout, List<String> columns) {
    List<Field> fields = columns.stream().map(layout::field).toList();
    return new RowFields(
        new FieldReader(fields, IntStream.range(0, fields.size()).boxed().toList()),
        new Row(fields.stream().map(field -> FieldReader.valueType(field.type())).toList()));
  }
}
