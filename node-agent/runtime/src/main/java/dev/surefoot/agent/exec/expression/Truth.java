// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.agent.exec.expression;

/** The three truth values of SQL, as numbers so that nothing is boxed. */
public final class Truth {
  public static final int FALSE = 0;
  public static final int TRUE = 1;

  /** NULL as a truth value. */
  public static final int UNKNOWN = 2;

  private Truth() {}

  static int of(boolean value) {
    return value ? TRUE : FALSE;
  }
}
