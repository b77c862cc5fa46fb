// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.agent.exec;

import dev.surefoot.agent.exec.value.Row;
import dev.surefoot.agent.sink.OutputWindow;

/** A physical operator: takes rows and gives rows to the next one. */
interface RowOperator {
  /** A row, valid during the call. */
  void row(Row row);

  /** All rows of a time before this have been given. */
  void advance(long untilNanos);

  /** The rows of a window follow, up to {@link #windowEnds}. */
  void windowBegins(OutputWindow window);

  /** All rows of the window have been given. */
  void windowEnds();

  /** All rows have been given: the query ended at this time. */
  void finish(long nowNanos);
}
