// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.cli.run;

import dev.surefoot.catalog.profile.KernelProfile;
import dev.surefoot.crds.manifest.SqlText;
import java.nio.file.Path;

/** What the commands need of compiler and runtime. */
public interface QueryEngine {
  /** What this machine's kernel has and what things cost on it; the catalog is tested for it. */
  Outcome<KernelProfile> measureProfile();

  /** A profile that {@link #profileText} wrote. */
  Outcome<KernelProfile> readProfile(Path file);

  /** A profile as text, for people and for {@link #readProfile}. */
  String profileText(KernelProfile profile);

  /** Compiles a query, as far as {@code choice} needs it. */
  Outcome<Ladder> compile(SqlText sql, KernelProfile profile, RungChoice choice);

  /** Shows plan, candidates with their cost, bytecode and what stayed in user space. */
  Outcome<String> explain(SqlText sql, KernelProfile profile);

  /** Loads and attaches the first rung that this kernel accepts. */
  Outcome<RunningQuery> attach(Ladder ladder);

  /** Loads, attaches and runs every function of the catalog on this kernel; a table or JSON. */
  Outcome<String> testCatalog(OutputFormat format);
}
