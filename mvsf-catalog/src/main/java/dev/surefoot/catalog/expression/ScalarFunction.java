// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.catalog.expression;

/** Functions of scalars. Those that make text from numbers run in user space only. */
public enum ScalarFunction {
  /** Absolute value; the smallest INT64 stays as it is. */
  ABS,
  /** Name of a system call on the running architecture, {@code syscall_NNN} where unknown. */
  SYSCALLNAME,
  /** {@code ENOENT} for 2 or -2; NULL where the number is no errno. */
  ERRNAME,
  /** {@code SIGKILL} for 9; NULL where the number is no signal. */
  SIGNAME,
  UPPER,
  LOWER,
  /** Length in bytes. */
  LENGTH,
  /** {@code SUBSTRING(text, from, length)}, from 1, in bytes. */
  SUBSTRING,
  CONCAT,
  FLOOR,
  CEIL,
  ROUND,
  SQRT
}
