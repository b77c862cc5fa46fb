// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.cli.local;

import dev.surefoot.agent.attach.AttachedBundle;
import dev.surefoot.agent.exec.LossStage;
import dev.surefoot.agent.load.LadderResult;
import dev.surefoot.agent.session.QuerySession;
import dev.surefoot.agent.session.SessionReport;
import dev.surefoot.agent.sink.CsvSink;
import dev.surefoot.agent.sink.JsonSink;
import dev.surefoot.agent.sink.RowSink;
import dev.surefoot.agent.sink.SinkProblem;
import dev.surefoot.agent.sink.TableSink;
import dev.surefoot.agent.sink.TableStyle;
import dev.surefoot.cli.run.RowTarget;
import dev.surefoot.cli.run.RunSummary;
import dev.surefoot.cli.run.RunningQuery;
import dev.surefoot.cli.run.StopSignal;
import dev.surefoot.cli.terminal.WriteFailure;
import java.nio.channels.Channels;
import java.nio.channels.WritableByteChannel;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** A query attached on this machine. */
final class LocalQuery implements RunningQuery {
  private static final int DEFAULT_WIDTH = 120;
  private static final int SHOWN_LINES = 3;

  private final LadderResult.Accepted accepted;
  private final AttachedBundle bundle;
  private final int possibleCpus;

  LocalQuery(LadderResult.Accepted accepted, AttachedBundle bundle, int possibleCpus) {
    this.accepted = accepted;
    this.bundle = bundle;
    this.possibleCpus = possibleCpus;
  }

  @Override
  public String describe() {
    return accepted.refusals().stream().map(LocalQuery::show).collect(Collectors.joining())
        + "running "
        + accepted.rung().name()
        + "; Ctrl-C ends it";
  }

  /** Why a rung was not taken, in the fewest words. */
  static String show(LadderResult.Refusal refusal) {
    return "rung "
        + refusal.rung()
        + " was refused:\n"
        + refusal.lines().stream()
            .limit(SHOWN_LINES)
            .map(line -> "  " + line + "\n")
            .collect(Collectors.joining());
  }

  @Override
  public RunSummary run(RowTarget target, StopSignal stop) {
    try (QuerySession session =
        new QuerySession(bundle, accepted.rung().userPlan(), sink(target), possibleCpus)) {
      return summary(session.run(stop::isStopped));
    }
  }

  private static RowSink sink(RowTarget target) {
    WritableByteChannel channel = Channels.newChannel(target.stream());
    return switch (target.format()) {
      case TABLE -> new TableSink(channel, target.name(), style(target));
      case JSON -> new JsonSink(channel, target.name());
      case CSV -> new CsvSink(channel, target.name());
    };
  }

  private static TableStyle style(RowTarget target) {
    long realtime = System.currentTimeMillis() * 1_000_000L;
    return new TableStyle(
        width(), target.colors(), Map.of(), realtime - System.nanoTime(), ZoneId.systemDefault());
  }

  private static int width() {
    String columns = System.getenv("COLUMNS");
    return columns != null && columns.matches("[1-9][0-9]{1,4}")
        ? Integer.parseInt(columns)
        : DEFAULT_WIDTH;
  }

  private RunSummary summary(SessionReport report) {
    List<RunSummary.LossCount> losses =
        report.losses().entries().stream()
            // Part of what found the ring full, which is counted already.
            .filter(entry -> entry.stage() != LossStage.SEQUENCE_GAP)
            .map(
                entry ->
                    new RunSummary.LossCount(
                        entry.stage().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                        entry.count()))
            .toList();
    List<RunSummary.ProgramCost> costs =
        report.costs().stream()
            .map(cost -> new RunSummary.ProgramCost(cost.program(), cost.nanos()))
            .toList();
    return new RunSummary(
        report.rows(),
        report.took(),
        accepted.rung().name(),
        losses,
        costs,
        report.sinkProblem().map(LocalQuery::failure));
  }

  private static WriteFailure failure(SinkProblem problem) {
    return switch (problem.kind()) {
      case PIPE_CLOSED -> new WriteFailure.ReaderGone();
      case DISK_FULL, IO_ERROR -> new WriteFailure.Failed(problem.message(), problem.hint());
    };
  }

  @Override
  public void close() {
    bundle.close();
  }
}
