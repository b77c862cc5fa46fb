// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.cli.run;

import dev.surefoot.catalog.profile.KernelProfile;
import dev.surefoot.cli.terminal.ExitCode;
import dev.surefoot.cli.terminal.WriteFailure;
import dev.surefoot.crds.manifest.SqlText;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Optional;

/** Compiles a query, attaches it, writes its rows, and says at the end what happened. */
public final class QueryRun {
  private final QueryEngine engine;
  private final PrintWriter messages;

  /** A run that tells people what it does on {@code messages}. */
  public QueryRun(QueryEngine engine, PrintWriter messages) {
    this.engine = engine;
    this.messages = messages;
  }

  /**
   * Runs until the query ends, the time is over, or Ctrl-C.
   *
   * @param limit how long; empty: until it is stopped
   */
  public ExitCode run(
      SqlText sql,
      Outcome<KernelProfile> profile,
      RungChoice choice,
      RowTarget target,
      Optional<Duration> limit) {
    Outcome<RunningQuery> attached =
        profile.then(kernel -> engine.compile(sql, kernel, choice).then(engine::attach));
    return switch (attached) {
      case Outcome.Failed<RunningQuery>(Failure failure) -> {
        failure.report(messages);
        yield failure.code();
      }
      case Outcome.Done<RunningQuery>(RunningQuery query) -> rows(query, target, limit);
    };
  }

  private ExitCode rows(RunningQuery query, RowTarget target, Optional<Duration> limit) {
    StopSignal stop = new StopSignal();
    try (query;
        Interruption interruption = Interruption.stops(stop);
        Deadline _ = Deadline.stops(stop, limit)) {
      messages.println(query.describe());
      RunSummary summary = query.run(target, stop);
      messages.print(SummaryPrinter.print(summary));
      messages.flush();
      ExitCode code =
          summary
              .writeFailure()
              .map((WriteFailure failure) -> failure.report(messages))
              .orElse(ExitCode.OK);
      interruption.exitWith(code);
      return code;
    }
  }
}
