// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.agent.sink;

import java.nio.charset.StandardCharsets;

/** The shortest decimal that reads back as the same DOUBLE. */
final class DoubleText {
  private DoubleText() {}

  /** The bytes for the bits of a DOUBLE. */
  static byte[] of(long bits) {
    return Double.toString(Double.longBitsToDouble(bits)).getBytes(StandardCharsets.US_ASCII);
  }
}
