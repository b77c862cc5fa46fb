// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.diagnostic;

/** What is wrong. The names are stable: scripts may test for them. */
public enum DiagnosticCode {
  // the text as such
  EMPTY_TEXT,
  SYNTAX,
  UNTERMINATED,
  SEVERAL_STATEMENTS,
  NOT_A_QUERY,
  /** Right, but not in this version of the language. */
  NOT_SUPPORTED,

  // names
  UNKNOWN_TABLE,
  UNKNOWN_COLUMN,
  UNKNOWN_FUNCTION,
  UNKNOWN_TYPE,
  AMBIGUOUS_NAME,
  DUPLICATE_COLUMN,

  // values
  TYPE_MISMATCH,
  WRONG_ARGUMENT_COUNT,
  NUMBER_OUT_OF_RANGE,
  DIVISION_BY_ZERO,

  // windows
  EMPTY_WINDOW,
  WINDOW_OUT_OF_RANGE,
  UNKNOWN_UNIT,
  DUPLICATE_CLAUSE,
  WINDOW_WITHOUT_AGGREGATE,
  MISPLACED_WINDOW_COLUMN,

  // groups and order
  NOT_GROUPED,
  MISPLACED_AGGREGATE,
  NESTED_AGGREGATE,
  INEXACT_AGGREGATE,
  HAVING_WITHOUT_AGGREGATE,
  ORDER_WITHOUT_AGGREGATE,
  BAD_ORDINAL,
  BAD_LIMIT
}
