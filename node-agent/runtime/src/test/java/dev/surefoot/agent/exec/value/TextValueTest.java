// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.agent.exec.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class TextValueTest {
  @Property
  void textEndsAtTheFirstZeroByte(
      @ForAll @Size(24) byte[] field, @ForAll @IntRange(max = 30) int zeroAt) {
    if (zeroAt < field.length) {
      field[zeroAt] = 0;
    }
    int length = 0;
    while (length < field.length && field[length] != 0) {
      length++;
    }
    ByteBuffer data = ByteBuffer.allocate(32).order(ByteOrder.LITTLE_ENDIAN).put(8, field);
    long[] words = {data.getLong(8), data.getLong(16), data.getLong(24)};

    TextValue fromMemory = new TextValue(0);
    fromMemory.read(data, 8, 24);
    TextValue fromWords = new TextValue(0);
    fromWords.read(words, 0, 24);

    for (TextValue text : new TextValue[] {fromMemory, fromWords}) {
      assertThat(Arrays.copyOf(text.bytes(), text.length()))
          .isEqualTo(Arrays.copyOf(field, length));
    }
  }

  @Test
  void bytesAreComparedAsUnsigned() {
    assertThat(TextValue.of("é").compare(TextValue.of("z"))).isPositive();
    assertThat(TextValue.of("ab").compare(TextValue.of("abc"))).isNegative();
    assertThat(TextValue.of("ab").compare(TextValue.of("ab"))).isZero();
  }
}
