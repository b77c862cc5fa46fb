// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.agent.exec.expression;

import dev.surefoot.agent.exec.value.TextValue;
import java.nio.charset.StandardCharsets;

/** A LIKE pattern: {@code %} stands for any bytes, {@code _} for one byte. */
final class LikePattern {
  private final byte[] pattern;

  LikePattern(String pattern) {
    this.pattern = pattern.getBytes(StandardCharsets.UTF_8);
  }

  /** Whether the whole text matches; goes back only to the last {@code %}, so never explodes. */
  boolean matches(TextValue text) {
    byte[] bytes = text.bytes();
    int length = text.length();
    int at = 0;
    int in = 0;
    int afterPercent = -1;
    int retryAt = 0;
    while (at < length) {
      if (in < pattern.length && pattern[in] == '%') {
        afterPercent = ++in;
        retryAt = at;
      } else if (in < pattern.length && (pattern[in] == '_' || pattern[in] == bytes[at])) {
        in++;
        at++;
      } else if (afterPercent >= 0) {
        in = afterPercent;
        at = ++retryAt;
      } else {
        return false;
      }
    }
    while (in < pattern.length && pattern[in] == '%') {
      in++;
    }
    return in == pattern.length;
  }
}
