// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.reference;

import java.util.Optional;

/** The names of numbers on the machine where a query runs. */
public interface Names {
  /** No number has a name. */
  Names NONE =
      new Names() {
        @Override
        public Optional<String> systemCall(long number) {
          return Optional.empty();
        }

        @Override
        public Optional<String> error(long number) {
          return Optional.empty();
        }

        @Override
        public Optional<String> signal(long number) {
          return Optional.empty();
        }
      };

  /** {@code openat} for 257 on x86-64. */
  Optional<String> systemCall(long number);

  /** {@code ENOENT} for 2; never asked for a negative number but the smallest. */
  Optional<String> error(long number);

  /** {@code SIGKILL} for 9. */
  Optional<String> signal(long number);
}
