// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.agent.sink;

import dev.surefoot.catalog.bundle.UserPlan.OutputColumn;
import java.util.List;
import java.util.Optional;

/**
 * Takes the rows of a query. The order of calls is: {@link #open}, then batches of rows, those of a
 * window between {@link #windowBegins} and {@link #windowEnds}, then {@link #close}. A sink may
 * hold rows back until {@link #flush}. Once a call has answered with a problem the sink takes no
 * more rows, and every later call answers with the same problem.
 */
public interface RowSink {
  /** Before the first row. */
  Optional<SinkProblem> open(List<OutputColumn> columns);

  /** A window begins whose rows are known; windows come in ascending order, the empty ones too. */
  Optional<SinkProblem> windowBegins(OutputWindow window);

  /** Rows; the batch is only valid during the call. */
  Optional<SinkProblem> rows(RowBatch batch);

  /** All rows of the window have been given. */
  Optional<SinkProblem> windowEnds();

  /** Nothing more comes for now: what is held back is to be shown. */
  Optional<SinkProblem> flush();

  /** After the last row. The target itself stays open: it is its owner's. */
  Optional<SinkProblem> close();

  /** Rows that reached the target. Of rows held back nothing is known before a flush. */
  long rowsTaken();
}
