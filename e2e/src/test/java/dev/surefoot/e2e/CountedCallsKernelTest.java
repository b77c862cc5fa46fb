// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surefoot.agent.attach.AttachResult;
import dev.surefoot.agent.attach.AttachedBundle;
import dev.surefoot.agent.libbpf.LibBpfLibrary;
import dev.surefoot.agent.libbpf.LibC;
import dev.surefoot.agent.load.LoadResult;
import dev.surefoot.agent.load.ObjectLoader;
import dev.surefoot.agent.session.QuerySession;
import dev.surefoot.agent.session.SessionReport;
import dev.surefoot.agent.sink.CsvSink;
import dev.surefoot.catalog.profile.KernelProfile;
import dev.surefoot.compiler.diagnostic.SourceText;
import dev.surefoot.compiler.ladder.CompiledRung;
import dev.surefoot.compiler.ladder.LadderCompiler;
import dev.surefoot.compiler.split.TestingPlans;
import dev.surefoot.compiler.sql.CompileResult;
import dev.surefoot.compiler.sql.SqlFrontEnd;
import java.io.ByteArrayOutputStream;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Calls that the test itself makes and counts come out of every rung, each exactly once. */
@Tag("kernel")
class CountedCallsKernelTest {
  private static final int THREADS = 3;
  private static final int CALLS = 20_000;

  static Stream<CompiledRung> rungs() {
    long pid = ProcessHandle.current().pid();
    String sql =
        "SELECT tid, COUNT(*) AS calls FROM system_calls WHERE pid = "
            + pid
            + " AND syscall_number = 110 GROUP BY tid WINDOW 1sec";
    KernelProfile profile = TestingPlans.profile();
    return switch (SqlFrontEnd.compile(new SourceText("query.sql", sql))) {
      case CompileResult.Analyzed(var plan, _) ->
          new LadderCompiler(profile, LadderCompiler.DEFAULT_RING_BYTES)
              .compile("query", plan).rungs().stream();
      case CompileResult.Rejected(var diagnostics) ->
          throw new AssertionError(diagnostics.toString());
    };
  }

  @ParameterizedTest
  @MethodSource("rungs")
  void areAllCounted(CompiledRung rung) throws InterruptedException {
    LibBpfLibrary.require();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    AtomicBoolean stop = new AtomicBoolean();
    List<SessionReport> reports = new ArrayList<>();
    if (!(new ObjectLoader().load(rung.rung().object()) instanceof LoadResult.Loaded(var object))) {
      throw new AssertionError("refused: " + rung.rung().name());
    }
    AttachedBundle bundle = ((AttachResult.Attached) AttachedBundle.attach(object)).bundle();
    try (QuerySession session =
        new QuerySession(
            bundle, rung.rung().userPlan(), new CsvSink(Channels.newChannel(out), "memory"), 2)) {
      Thread reader = Thread.ofPlatform().start(() -> reports.add(session.run(stop::get)));
      List<Thread> callers = new ArrayList<>();
      for (int i = 0; i < THREADS; i++) {
        callers.add(Thread.ofPlatform().start(CountedCallsKernelTest::call));
      }
      for (Thread caller : callers) {
        caller.join();
      }
      stop.set(true);
      reader.join();
    }
    long total =
        out.toString(StandardCharsets.UTF_8)
            .lines()
            .skip(1)
            .mapToLong(line -> Long.parseLong(line.split(",")[1]))
            .sum();
    assertThat(reports.getFirst().losses().nothingLost())
        .as("%s %s", rung.rung().name(), reports.getFirst())
        .isTrue();
    assertThat(total).as(rung.rung().name()).isEqualTo((long) THREADS * CALLS);
  }

  private static void call() {
    for (int i = 0; i < CALLS; i++) {
      int _ = LibC.getppid();
    }
  }
}
