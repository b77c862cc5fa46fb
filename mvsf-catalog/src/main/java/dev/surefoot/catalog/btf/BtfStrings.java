// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.catalog.btf;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** A table of zero-ended strings in which each string appears once; offset 0 is the empty one. */
public final class BtfStrings {
  private final LittleEndianOutput table = new LittleEndianOutput();
  private final Map<String, Integer> offsets = new HashMap<>();

  /** A table that holds the empty string. */
  public BtfStrings() {
    offset("");
  }

  /** Offset of the string in bytes; adds it where it is new. */
  public int offset(String text) {
    return offsets.computeIfAbsent(text, this::append);
  }

  /** The table. */
  public byte[] toByteArray() {
    return table.toByteArray();
  }

  private int append(String text) {
    if (text.indexOf('\0') >= 0) {
      throw new IllegalArgumentException("a string with a zero byte in it: " + text);
    }
    int offset = table.size();
    table.bytes(text.getBytes(StandardCharsets.UTF_8)).u8(0);
    return offset;
  }
}
