// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.reference;

import dev.surefoot.catalog.expression.ScalarFunction;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.Collectors;

/** Functions of scalars, of arguments that are not NULL. */
final class FunctionEvaluator {
  private final Names names;

  FunctionEvaluator(Names names) {
    this.names = names;
  }

  Object call(ScalarFunction function, List<Object> of) {
    Object first = of.getFirst();
    return switch (function) {
      case ABS -> first instanceof Long value ? (Object) Math.abs(value) : Math.abs((Double) first);
      case SYSCALLNAME -> names.systemCall((Long) first).map(Bytes::of).orElse("syscall_" + first);
      case ERRNAME -> names.error(Math.abs((Long) first)).map(Bytes::of).orElse(null);
      case SIGNAME -> names.signal((Long) first).map(Bytes::of).orElse(null);
      case UPPER -> changeCase((String) first, 'a', 'z', 'A' - 'a');
      case LOWER -> changeCase((String) first, 'A', 'Z', 'a' - 'A');
      case LENGTH -> (long) ((String) first).length();
      case SUBSTRING -> substring(of);
      case CONCAT -> of.stream().map(String.class::cast).collect(Collectors.joining());
      case FLOOR -> first instanceof Double value ? (Object) Math.floor(value) : first;
      case CEIL -> first instanceof Double value ? (Object) Math.ceil(value) : first;
      case ROUND -> first instanceof Double value ? (Object) round(value) : first;
      case SQRT -> (Double) first < 0 ? null : (Double) Math.sqrt((Double) first);
    };
  }

  private static String changeCase(String bytes, char from, char to, int distance) {
    return bytes
        .chars()
        .map(c -> c >= from && c <= to ? c + distance : c)
        .mapToObj(c -> "" + (char) c)
        .collect(Collectors.joining());
  }

  /** The bytes whose place is at least {@code from} and below {@code from + length}. */
  private static String substring(List<Object> of) {
    String bytes = (String) of.getFirst();
    BigDecimal from = BigDecimal.valueOf((Long) of.get(1));
    BigDecimal end =
        of.size() > 2
            ? from.add(BigDecimal.valueOf((Long) of.get(2)))
            : BigDecimal.valueOf(Long.MAX_VALUE);
    StringBuilder part = new StringBuilder();
    for (int place = 1; place <= bytes.length(); place++) {
      BigDecimal here = BigDecimal.valueOf(place);
      if (here.compareTo(from) >= 0 && here.compareTo(end) < 0) {
        part.append(bytes.charAt(place - 1));
      }
    }
    return part.toString();
  }

  private static double round(double value) {
    if (Double.isNaN(value) || Double.isInfinite(value)) {
      return value;
    }
    double rounded = new BigDecimal(value).setScale(0, RoundingMode.HALF_UP).doubleValue();
    return Math.copySign(rounded, value);
  }
}
