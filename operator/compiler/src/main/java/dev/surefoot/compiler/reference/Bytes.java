// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.reference;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Texts as strings with one character, 0 to 255, for each byte: length, order and equality of such
 * strings are those of the bytes, valid UTF-8 or not.
 */
public final class Bytes {
  private Bytes() {}

  /** The bytes of a text in UTF-8. */
  public static String of(String text) {
    return new String(text.getBytes(UTF_8), ISO_8859_1);
  }

  /** The text that the bytes are in UTF-8; what is not valid becomes U+FFFD. */
  public static String text(String bytes) {
    return new String(bytes.getBytes(ISO_8859_1), UTF_8);
  }
}
