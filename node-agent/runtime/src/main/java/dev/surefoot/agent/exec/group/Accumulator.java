// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.agent.exec.group;

import dev.surefoot.agent.exec.value.Row;

/** An aggregate's state: some words of a group, which begin as zeros. */
public interface Accumulator {
  /** Words of state. */
  int words();

  /**
   * Takes a row in.
   *
   * @param at where the state begins in the table's words
   * @param arguments a row of which {@code column} is the aggregate's argument
   * @return false where there was no memory for it, and the state is as before
   */
  boolean add(WindowGroups groups, int group, int at, Row arguments, int column);

  /** Sets a column to the aggregate's value. */
  void finish(WindowGroups groups, int at, Row out, int column);
}
