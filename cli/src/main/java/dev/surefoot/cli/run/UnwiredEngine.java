// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.cli.run;

import dev.surefoot.catalog.bundle.Bundle;
import dev.surefoot.catalog.profile.KernelProfile;
import dev.surefoot.cli.terminal.ExitCode;
import dev.surefoot.crds.manifest.SqlText;
import java.nio.file.Path;

/** Says of everything that it is not there yet; the place where compiler and runtime go. */
public final class UnwiredEngine implements QueryEngine {
  @Override
  public Outcome<KernelProfile> measureProfile() {
    return notThere("the catalog test");
  }

  @Override
  public Outcome<KernelProfile> readProfile(Path file) {
    return notThere("profiles");
  }

  @Override
  public String profileText(KernelProfile profile) {
    return profile.toString();
  }

  @Override
  public Outcome<Bundle> compile(SqlText sql, KernelProfile profile) {
    return notThere("the compiler");
  }

  @Override
  public Outcome<String> explain(SqlText sql, KernelProfile profile) {
    return notThere("the compiler");
  }

  @Override
  public Outcome<RunningQuery> attach(Bundle bundle, RungChoice choice) {
    return notThere("the runtime");
  }

  @Override
  public Outcome<String> testCatalog(OutputFormat format) {
    return notThere("the catalog test");
  }

  private static <T> Outcome<T> notThere(String what) {
    return new Outcome.Failed<>(
        new Failure(ExitCode.ENVIRONMENT, "surefoot: " + what + " is not part of this build"));
  }
}
