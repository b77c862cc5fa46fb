// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.cli.run;

/** A query whose programs are attached; closing it detaches and unloads them. */
public interface RunningQuery extends AutoCloseable {
  /** Name of the rung that runs, and what was said of those above it; lines for people. */
  String describe();

  /** Writes rows until the query ends by itself, the target takes no more, or it is stopped. */
  RunSummary run(RowTarget target, StopSignal stop);

  @Override
  void close();
}
