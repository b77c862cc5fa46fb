// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.crds.query;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An amount of memory. */
public record ByteCount(long bytes) {
  private static final Pattern QUANTITY = Pattern.compile("([0-9]{1,15})(k|M|G|T|Ki|Mi|Gi|Ti)?");
  private static final Map<String, Long> FACTORS =
      Map.of(
          "k",
          1_000L,
          "M",
          1_000_000L,
          "G",
          1_000_000_000L,
          "T",
          1_000_000_000_000L,
          "Ki",
          1L << 10,
          "Mi",
          1L << 20,
          "Gi",
          1L << 30,
          "Ti",
          1L << 40);

  public ByteCount {
    if (bytes < 0) {
      throw new IllegalArgumentException("bytes must not be negative, but are " + bytes);
    }
  }

  /**
   * Reads a Kubernetes quantity of whole bytes ({@code 32Mi}, {@code 500k}, {@code 4096}); empty
   * where the text is none or is beyond 63 bits.
   */
  public static Optional<ByteCount> parse(String quantity) {
    Matcher matcher = QUANTITY.matcher(quantity);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    long factor = matcher.group(2) == null ? 1 : FACTORS.get(matcher.group(2));
    long number = Long.parseLong(matcher.group(1));
    return number > Long.MAX_VALUE / factor
        ? Optional.empty()
        : Optional.of(new ByteCount(number * factor));
  }
}
