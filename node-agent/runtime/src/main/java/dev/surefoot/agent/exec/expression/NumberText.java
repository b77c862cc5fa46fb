// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.agent.exec.expression;

import dev.surefoot.agent.exec.value.TextValue;
import java.nio.charset.StandardCharsets;

/** Numbers as text. */
final class NumberText {
  private NumberText() {}

  /** Appends decimal digits. */
  static void append(long value, TextValue text) {
    if (value < 0) {
      text.append((byte) '-');
    }
    long divisor = 1;
    // Downwards from zero, where the smallest INT64 has its place too.
    long rest = value < 0 ? value : -value;
    while (rest / divisor <= -10) {
      divisor *= 10;
    }
    for (; divisor > 0; divisor /= 10) {
      text.append((byte) ('0' - rest / divisor % 10));
    }
  }

  /** Appends the shortest decimal that reads back as the same DOUBLE. */
  static void append(double value, TextValue text) {
    byte[] digits = Double.toString(value).getBytes(StandardCharsets.ISO_8859_1);
    text.append(digits, 0, digits.length);
  }
}
