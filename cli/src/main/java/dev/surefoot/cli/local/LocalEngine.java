// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.cli.local;

import dev.surefoot.agent.Problem;
import dev.surefoot.agent.attach.AttachResult;
import dev.surefoot.agent.attach.AttachedBundle;
import dev.surefoot.agent.catalogtest.CatalogReport;
import dev.surefoot.agent.catalogtest.NodeProfiler;
import dev.surefoot.agent.kernel.EnvironmentCheck;
import dev.surefoot.agent.kernel.KernelFacts;
import dev.surefoot.agent.load.LadderLoader;
import dev.surefoot.agent.load.LadderResult;
import dev.surefoot.agent.load.ObjectLoader;
import dev.surefoot.catalog.bundle.Bundle;
import dev.surefoot.catalog.profile.Feature;
import dev.surefoot.catalog.profile.KernelProfile;
import dev.surefoot.catalog.profile.KernelProfileReader;
import dev.surefoot.catalog.profile.KernelProfileWriter;
import dev.surefoot.catalog.profile.ParsedProfile;
import dev.surefoot.cli.run.Failure;
import dev.surefoot.cli.run.Ladder;
import dev.surefoot.cli.run.Outcome;
import dev.surefoot.cli.run.OutputFormat;
import dev.surefoot.cli.run.QueryEngine;
import dev.surefoot.cli.run.RungChoice;
import dev.surefoot.cli.run.RunningQuery;
import dev.surefoot.cli.terminal.ExitCode;
import dev.surefoot.compiler.explain.Explanation;
import dev.surefoot.compiler.ladder.CompiledLadder;
import dev.surefoot.crds.manifest.SqlText;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Collectors;

/** Compiles, loads and runs in this process, on this machine's kernel. */
public final class LocalEngine implements QueryEngine {
  private static final Path ROOT = Path.of("/");

  private final LocalCompiler compiler;

  /** An engine that tells people of progress and warnings on {@code messages}. */
  public LocalEngine(PrintWriter messages) {
    this.compiler = new LocalCompiler(messages);
  }

  @Override
  public Outcome<KernelProfile> measureProfile() {
    return onReadyMachine(() -> NodeProfiler.ofUser().profile().profile());
  }

  @Override
  public Outcome<KernelProfile> readProfile(Path file) {
    try {
      return switch (KernelProfileReader.read(Files.readString(file))) {
        case ParsedProfile.Parsed(KernelProfile profile) -> new Outcome.Done<>(profile);
        case ParsedProfile.Malformed(List<String> mistakes) ->
            failed(ExitCode.USER_ERROR, file + ": " + String.join("\n" + file + ": ", mistakes));
      };
    } catch (IOException e) {
      return failed(ExitCode.USER_ERROR, "cannot read the profile " + file + ": " + e);
    }
  }

  @Override
  public String profileText(KernelProfile profile) {
    return KernelProfileWriter.write(profile);
  }

  @Override
  public Outcome<Ladder> compile(SqlText sql, KernelProfile profile, RungChoice choice) {
    return compiler
        .plan(sql)
        .then(
            plan ->
                choice instanceof RungChoice.Best
                    ? new Outcome.Done<>(LocalCompiler.lazyLadder(plan, profile))
                    : chosen(LocalCompiler.ladder(plan, profile).bundle(), choice)
                        .then(one -> new Outcome.Done<>(new Ladder(one, () -> one))));
  }

  @Override
  public Outcome<String> explain(SqlText sql, KernelProfile profile) {
    return compiler
        .plan(sql)
        .then(
            plan -> {
              CompiledLadder ladder = LocalCompiler.ladder(plan, profile);
              return new Outcome.Done<>(Explanation.print(plan, ladder, 0));
            });
  }

  @Override
  public Outcome<RunningQuery> attach(Ladder ladder) {
    return onReadyMachine(() -> load(ladder)).then(this::run);
  }

  @Override
  public Outcome<String> testCatalog(OutputFormat format) {
    return onReadyMachine(
        () -> {
          CatalogReport report = NodeProfiler.ofUser().measure().report();
          return CatalogText.print(report, format);
        });
  }

  private static Outcome<Bundle> chosen(Bundle bundle, RungChoice choice) {
    return switch (choice) {
      case RungChoice.Best _ -> new Outcome.Done<>(bundle);
      case RungChoice.MvsfOnly _ ->
          new Outcome.Done<>(new Bundle(bundle.name(), List.of(bundle.ladder().getLast())));
      case RungChoice.Numbered(int rung) when rung < bundle.ladder().size() ->
          new Outcome.Done<>(new Bundle(bundle.name(), List.of(bundle.ladder().get(rung))));
      case RungChoice.Numbered(int rung) ->
          failed(
              ExitCode.USER_ERROR,
              "there is no rung "
                  + rung
                  + ": this query has rungs 0 to "
                  + (bundle.ladder().size() - 1)
                  + "\n  hint: 'surefoot explain' lists them");
    };
  }

  private static LadderResult load(Ladder ladder) {
    // Every rung is tried, whatever is known of the kernel: the verifier has the last word.
    LadderLoader loader = new LadderLoader(EnumSet.allOf(Feature.class), new ObjectLoader()::load);
    LadderResult first = loader.load(ladder.first());
    return first instanceof LadderResult.Accepted ? first : loader.load(ladder.rest().get());
  }

  private Outcome<RunningQuery> run(LadderResult result) {
    return switch (result) {
      case LadderResult.NoneAccepted(List<LadderResult.Refusal> refusals) ->
          failed(
              ExitCode.KERNEL,
              "this kernel accepted no way to run the query\n"
                  + refusals.stream().map(LocalQuery::show).collect(Collectors.joining()));
      case LadderResult.Accepted accepted ->
          switch (AttachedBundle.attach(accepted.object())) {
            case AttachResult.Attached(var bundle) ->
                onReadyMachine(
                    () -> new LocalQuery(accepted, bundle, KernelFacts.read(ROOT).possibleCpus()));
            case AttachResult.Refused(String program, String section, var errno) -> {
              accepted.object().close();
              yield failed(
                  ExitCode.KERNEL,
                  "the program "
                      + program
                      + " cannot be attached to "
                      + section
                      + ": "
                      + errno.text());
            }
          };
    };
  }

  /** Something that reads files of the kernel. */
  private interface Work<T> {
    T run() throws IOException;
  }

  private static <T> Outcome<T> onReadyMachine(Work<T> work) {
    List<Problem> problems = new EnvironmentCheck(ROOT).problems();
    if (!problems.isEmpty()) {
      return failed(
          ExitCode.ENVIRONMENT,
          problems.stream()
              .map(problem -> problem.reason() + "\n  hint: " + problem.hint())
              .collect(Collectors.joining("\n")));
    }
    try {
      return new Outcome.Done<>(work.run());
    } catch (IOException e) {
      return failed(ExitCode.ENVIRONMENT, "the kernel's files cannot be read: " + e);
    }
  }

  private static <T> Outcome<T> failed(ExitCode code, String text) {
    return new Outcome.Failed<>(new Failure(code, text));
  }
}
