// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.agent.exec;

import dev.surefoot.agent.exec.value.FieldReader;
import dev.surefoot.agent.exec.value.Row;
import dev.surefoot.catalog.bundle.KernelStream.Partials;
import dev.surefoot.catalog.bundle.KernelStream.State;
import dev.surefoot.catalog.expression.ValueType;
import dev.surefoot.catalog.layout.Field;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.stream.IntStream;

/** Reads partial aggregates: the window's end, the key as a row, the states as words. */
final class PartialLayout {
  private final int bytes;
  private final int windowEnd;
  private final FieldReader keyFields;
  private final FieldReader stateFields;
  private final Row keys;
  private final long[] states;

  PartialLayout(Partials stream) {
    bytes = stream.partial().bytes();
    windowEnd = stream.partial().field("window_end").offset();
    List<ValueType> keyTypes =
        stream.keys().stream().map(field -> FieldReader.valueType(field.type())).toList();
    keyFields = new FieldReader(stream.keys(), places(keyTypes.size()));
    keys = new Row(keyTypes);
    List<Field> fields = stream.states().stream().map(State::field).toList();
    stateFields = new FieldReader(fields, places(fields.size()));
    states = new long[stateFields.savedWords()];
    if (states.length != fields.size()) {
      throw new IllegalArgumentException("states are integers: " + fields);
    }
  }

  private static List<Integer> places(int count) {
    return IntStream.range(0, count).boxed().toList();
  }

  /** Bytes of a partial. */
  int bytes() {
    return bytes;
  }

  /** End of the window of the partial at {@code offset}, in ns; 0 where there is none. */
  long windowEnd(ByteBuffer data, int offset) {
    return data.getLong(offset + windowEnd);
  }

  /** Types of the key's columns. */
  List<ValueType> keyTypes() {
    return keys.types();
  }

  /** The key; valid until the next call. */
  Row keys(ByteBuffer data, int offset) {
    keyFields.read(data, offset, keys);
    return keys;
  }

  /** The states, one word each; valid until the next call. */
  long[] states(ByteBuffer data, int offset) {
    stateFields.save(data, offset, states, 0);
    return states;
  }
}
