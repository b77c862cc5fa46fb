// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.catalog.interpreter;

/** Error numbers that helpers return, negated. */
final class Errno {
  static final long ENOENT = 2;
  static final long E2BIG = 7;
  static final long EAGAIN = 11;
  static final long EFAULT = 14;
  static final long EEXIST = 17;
  static final long EINVAL = 22;

  private Errno() {}
}
