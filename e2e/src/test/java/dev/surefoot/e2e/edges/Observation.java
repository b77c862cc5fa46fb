// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.e2e.edges;

import dev.surefoot.agent.attach.AttachResult;
import dev.surefoot.agent.attach.AttachedBundle;
import dev.surefoot.agent.kernel.KernelFacts;
import dev.surefoot.agent.load.LoadResult;
import dev.surefoot.agent.load.LoadedObject;
import dev.surefoot.agent.load.ObjectLoader;
import dev.surefoot.agent.session.QuerySession;
import dev.surefoot.agent.session.SessionReport;
import dev.surefoot.agent.sink.CsvSink;
import dev.surefoot.catalog.bundle.Rung;
import dev.surefoot.catalog.bundle.UserPlan;
import dev.surefoot.catalog.profile.KernelProfile;
import dev.surefoot.compiler.diagnostic.SourceText;
import dev.surefoot.compiler.ladder.LadderCompiler;
import dev.surefoot.compiler.sql.CompileResult;
import dev.surefoot.compiler.sql.SqlFrontEnd;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * What a query saw while something was done.
 *
 * @param rows without the header, in the order of arrival
 */
public record Observation(List<Row> rows, SessionReport report) {
  public Observation {
    rows = List.copyOf(rows);
  }

  /** A row of integers. */
  public record Row(List<Long> values) {
    public Row {
      values = List.copyOf(values);
    }

    /** The value of a column, counted from 0. */
    public long get(int column) {
      return values.get(column);
    }
  }

  /** What is to be done while the query is attached. */
  @FunctionalInterface
  public interface Action {
    void run() throws IOException, InterruptedException;
  }

  /** The rungs of a query, best first. */
  public static List<Rung> rungs(String sql, KernelProfile profile) {
    return switch (SqlFrontEnd.compile(new SourceText("query.sql", sql))) {
      case CompileResult.Analyzed(var plan, _) ->
          new LadderCompiler(profile, LadderCompiler.DEFAULT_RING_BYTES)
              .compile("query", plan)
              .bundle()
              .ladder();
      case CompileResult.Rejected(var diagnostics) ->
          throw new AssertionError(diagnostics.toString());
    };
  }

  /** Observes at a rung that this kernel must take. */
  public static Observation of(Rung rung, Action action) throws IOException, InterruptedException {
    return switch (new ObjectLoader().load(rung.object())) {
      case LoadResult.Loaded(LoadedObject object) -> of(object, rung.userPlan(), action);
      case LoadResult.Rejected rejected ->
          throw new AssertionError(rung.name() + " is refused: " + rejected.decisiveLines());
    };
  }

  /** Observes with programs that are loaded, and unloads them. */
  public static Observation of(LoadedObject object, UserPlan plan, Action action)
      throws IOException, InterruptedException {
    ByteArrayOutputStream csv = new ByteArrayOutputStream();
    AtomicBoolean over = new AtomicBoolean();
    List<SessionReport> reports = new ArrayList<>();
    int cpus = KernelFacts.read(Path.of("/")).possibleCpus();
    try (QuerySession session =
        new QuerySession(
            attached(object), plan, new CsvSink(Channels.newChannel(csv), "memory"), cpus)) {
      Thread reader = Thread.ofPlatform().start(() -> reports.add(session.run(over::get)));
      try {
        action.run();
      } finally {
        over.set(true);
        reader.join();
      }
    }
    return new Observation(
        csv.toString(StandardCharsets.UTF_8).lines().skip(1).map(Observation::row).toList(),
        reports.getFirst());
  }

  private static AttachedBundle attached(LoadedObject object) {
    return switch (AttachedBundle.attach(object)) {
      case AttachResult.Attached(AttachedBundle bundle) -> bundle;
      case AttachResult.Refused refused -> {
        object.close();
        throw new AssertionError(refused.toString());
      }
    };
  }

  private static Row row(String line) {
    return new Row(Arrays.stream(line.split(",", -1)).map(Long::valueOf).toList());
  }

  /** The rows whose column has this value. */
  public List<Row> where(int column, long value) {
    return rows.stream().filter(row -> row.get(column) == value).toList();
  }

  /** Whether no stage lost anything. */
  public boolean isComplete() {
    return report.losses().nothingLost();
  }
}
