// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.cli.run;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.surefoot.catalog.bundle.Bundle;
import dev.surefoot.catalog.bundle.Rung;
import dev.surefoot.catalog.bundle.UserPlan;
import dev.surefoot.catalog.elf.ObjectDefinition;
import dev.surefoot.catalog.profile.KernelProfile;
import dev.surefoot.cli.terminal.ExitCode;
import dev.surefoot.cli.terminal.WriteFailure;
import dev.surefoot.crds.manifest.SqlText;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** An engine that keeps what it was asked, and writes the SQL itself as its only row. */
public final class TestingEngine implements QueryEngine {
  public final List<String> calls = new ArrayList<>();
  public Optional<Failure> compileFailure = Optional.empty();
  public boolean runsUntilStopped;

  private static final KernelProfile PROFILE =
      new KernelProfile("6.1", "00", 2, 32768, Set.of(), Map.of(), Set.of(), Map.of());

  private static final Bundle BUNDLE =
      new Bundle(
          "testing",
          List.of(
              new Rung(
                  "testing",
                  new ObjectDefinition("query.sql", "GPL", List.of(), List.of()),
                  new UserPlan(List.of(), List.of(), List.of()),
                  Set.of(),
                  0)));

  private String sql = "";

  @Override
  public Outcome<KernelProfile> measureProfile() {
    calls.add("measureProfile");
    return new Outcome.Done<>(PROFILE);
  }

  @Override
  public Outcome<KernelProfile> readProfile(Path file) {
    calls.add("readProfile " + file);
    return new Outcome.Done<>(PROFILE);
  }

  @Override
  public String profileText(KernelProfile profile) {
    return "profile of " + profile.release() + "\n";
  }

  @Override
  public Outcome<Ladder> compile(SqlText text, KernelProfile profile, RungChoice choice) {
    calls.add("compile " + choice);
    sql = text.text();
    return compileFailure.isPresent()
        ? new Outcome.Failed<>(compileFailure.get())
        : new Outcome.Done<>(new Ladder(BUNDLE, () -> BUNDLE));
  }

  @Override
  public Outcome<String> explain(SqlText text, KernelProfile profile) {
    return new Outcome.Done<>("plan of " + text.text() + "\n");
  }

  @Override
  public Outcome<RunningQuery> attach(Ladder ladder) {
    calls.add("attach");
    return new Outcome.Done<>(new Query());
  }

  @Override
  public Outcome<String> testCatalog(OutputFormat format) {
    return new Outcome.Failed<>(new Failure(ExitCode.ENVIRONMENT, "surefoot: not root"));
  }

  private final class Query implements RunningQuery {
    @Override
    public String describe() {
      return "rung 0: testing";
    }

    @Override
    public RunSummary run(RowTarget target, StopSignal stop) {
      calls.add("run %s %s".formatted(target.name(), target.format()));
      while (runsUntilStopped && !stop.isStopped()) {
        Thread.onSpinWait();
      }
      return new RunSummary(
          1,
          Duration.ofMillis(1500),
          "testing",
          List.of(
              new RunSummary.LossCount("ring full", 0), new RunSummary.LossCount("late rows", 2)),
          List.of(new RunSummary.ProgramCost("sys_exit", 41.7)),
          write(target));
    }

    private Optional<WriteFailure> write(RowTarget target) {
      try {
        target.stream().write((sql + "\n").getBytes(UTF_8));
        return Optional.empty();
      } catch (IOException e) {
        return Optional.of(WriteFailure.of(target.name(), e));
      }
    }

    @Override
    public void close() {
      calls.add("close");
    }
  }
}
