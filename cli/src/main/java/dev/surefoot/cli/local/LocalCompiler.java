// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.cli.local;

import dev.surefoot.catalog.bundle.Bundle;
import dev.surefoot.catalog.profile.KernelProfile;
import dev.surefoot.cli.run.Failure;
import dev.surefoot.cli.run.Ladder;
import dev.surefoot.cli.run.Outcome;
import dev.surefoot.cli.terminal.ExitCode;
import dev.surefoot.compiler.diagnostic.Diagnostic;
import dev.surefoot.compiler.diagnostic.DiagnosticPrinter;
import dev.surefoot.compiler.diagnostic.DiagnosticPrinter.ShownPlace;
import dev.surefoot.compiler.diagnostic.SourceText;
import dev.surefoot.compiler.ladder.CompiledLadder;
import dev.surefoot.compiler.ladder.LadderCompiler;
import dev.surefoot.compiler.optimizer.Optimizer;
import dev.surefoot.compiler.plan.LogicalPlan;
import dev.surefoot.compiler.sql.CompileResult;
import dev.surefoot.compiler.sql.SqlFrontEnd;
import dev.surefoot.crds.manifest.Place;
import dev.surefoot.crds.manifest.SqlText;
import java.io.PrintWriter;
import java.util.List;

/** From SQL to ladders, with diagnostics shown where the user wrote the text. */
final class LocalCompiler {
  private static final String NAME = "query";

  private final PrintWriter messages;

  /** A compiler that shows warnings on {@code messages}. */
  LocalCompiler(PrintWriter messages) {
    this.messages = messages;
  }

  /** The query's plan, in the shape that splits are made of. */
  Outcome<LogicalPlan> plan(SqlText sql) {
    return switch (SqlFrontEnd.compile(new SourceText(NAME, sql.text()))) {
      case CompileResult.Analyzed(LogicalPlan plan, List<Diagnostic> warnings) -> {
        messages.print(show(sql, warnings));
        messages.flush();
        yield new Outcome.Done<>(Optimizer.optimize(plan));
      }
      case CompileResult.Rejected(List<Diagnostic> diagnostics) ->
          new Outcome.Failed<>(new Failure(ExitCode.USER_ERROR, show(sql, diagnostics)));
    };
  }

  /** The plan's ladder for a kernel. */
  static CompiledLadder ladder(LogicalPlan plan, KernelProfile profile) {
    return new LadderCompiler(profile, LadderCompiler.DEFAULT_RING_BYTES).compile(NAME, plan);
  }

  /** The plan's cheapest rung, and its ladder when it is asked for. */
  static Ladder lazyLadder(LogicalPlan plan, KernelProfile profile) {
    LadderCompiler compiler = new LadderCompiler(profile, LadderCompiler.DEFAULT_RING_BYTES);
    Bundle first = new Bundle(NAME, List.of(compiler.cheapest(NAME, plan).rung()));
    return new Ladder(first, () -> compiler.compile(NAME, plan).bundle());
  }

  private static String show(SqlText sql, List<Diagnostic> diagnostics) {
    return new DiagnosticPrinter(
            new SourceText(NAME, sql.text()),
            false,
            span -> {
              Place place = sql.place(span.line(), span.column());
              return new ShownPlace(place.source(), place.line(), place.column());
            })
        .print(diagnostics);
  }
}
