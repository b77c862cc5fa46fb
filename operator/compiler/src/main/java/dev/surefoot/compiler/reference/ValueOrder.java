// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.reference;

import java.util.Comparator;

/** Order of values of one type; NULL comes last, whatever the direction. */
final class ValueOrder {
  static final Comparator<Object> ASCENDING = Comparator.nullsLast(ValueOrder::compare);
  static final Comparator<Object> DESCENDING =
      Comparator.nullsLast((left, right) -> compare(right, left));

  private ValueOrder() {}

  private static int compare(Object left, Object right) {
    return switch (left) {
      case Long value -> value.compareTo((Long) right);
      case Double value -> value.compareTo((Double) right);
      case Boolean value -> value.compareTo((Boolean) right);
      case String bytes -> bytes.compareTo((String) right);
      default -> throw new IllegalArgumentException("no value: " + left);
    };
  }
}
