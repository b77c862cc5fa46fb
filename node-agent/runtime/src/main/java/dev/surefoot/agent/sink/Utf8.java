// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.agent.sink;

/** UTF-8 as RFC 3629 has it, over bytes that may be anything. */
final class Utf8 {
  private static final byte[] HEX = {
    '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'
  };

  private Utf8() {}

  /** Bytes of the character that begins at {@code at}; 0 where no valid one does. */
  static int sequence(byte[] bytes, int at, int end) {
    int first = bytes[at] & 0xff;
    if (first < 0x80) {
      return 1;
    }
    int length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
    if (first < 0xc2 || first > 0xf4 || length > end - at) {
      return 0;
    }
    for (int i = 1; i < length; i++) {
      if ((bytes[at + i] & 0xc0) != 0x80) {
        return 0;
      }
    }
    return secondFits(first, bytes[at + 1] & 0xff) ? length : 0;
  }

  /** Rules out what has a shorter form, surrogates, and what is beyond the last character. */
  private static boolean secondFits(int first, int second) {
    return switch (first) {
      case 0xe0 -> second >= 0xa0;
      case 0xed -> second < 0xa0;
      case 0xf0 -> second >= 0x90;
      case 0xf4 -> second < 0x90;
      default -> true;
    };
  }

  /** Whether the character moves a terminal's cursor or otherwise does more than show itself. */
  static boolean isControl(byte[] bytes, int at, int length) {
    int first = bytes[at] & 0xff;
    return length == 1
        ? first < ' ' || first == 0x7f
        : length == 2 && first == 0xc2 && (bytes[at + 1] & 0xff) < 0xa0;
  }

  /** Puts {@code \xNN} into room that was reserved. */
  static void putEscape(RowWriter writer, byte value) {
    writer.put('\\');
    writer.put('x');
    writer.put(HEX[value >> 4 & 15]);
    writer.put(HEX[value & 15]);
  }

  /** Puts the code unit's escape of JSON into room that was reserved. */
  static void putUnicodeEscape(RowWriter writer, byte value) {
    writer.put('\\');
    writer.put('u');
    writer.put('0');
    writer.put('0');
    writer.put(HEX[value >> 4 & 15]);
    writer.put(HEX[value & 15]);
  }
}
