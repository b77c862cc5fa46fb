// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.cli.run;

import java.util.function.Function;

/** A result, or why there is none. */
public sealed interface Outcome<T> {
  /** It worked. */
  record Done<T>(T value) implements Outcome<T> {}

  /** It did not, for a reason that is the user's or the machine's. */
  record Failed<T>(Failure failure) implements Outcome<T> {}

  /** Goes on with the result, where there is one. */
  default <U> Outcome<U> then(Function<T, Outcome<U>> next) {
    return switch (this) {
      case Done<T>(T value) -> next.apply(value);
      case Failed<T>(Failure failure) -> new Failed<>(failure);
    };
  }
}
