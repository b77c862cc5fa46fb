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
  /** Of ASCII letters. */
  UPPER,
  /** Of ASCII letters. */
  LOWER,
  /** Length in bytes. */
  LENGTH,
  /**
   * {@code SUBSTRING(text, from, length)}, from 1, in bytes; what lies outside the text does not
   * count, a length below 1 gives the empty text. Without length: to the end.
   */
  SUBSTRING,
  /** Two or more texts, one behind the other. */
  CONCAT,
  /** Of the argument's type, as CEIL and ROUND; an INT64 stays as it is. */
  FLOOR,
  CEIL,
  /** To the nearest integer, halves away from zero. */
  ROUND,
  /** A DOUBLE of a DOUBLE; NULL for a negative one. */
  SQRT
}
