// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.cli.command;

import dev.surefoot.catalog.profile.KernelProfile;
import dev.surefoot.cli.run.Outcome;
import dev.surefoot.cli.run.QueryEngine;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The option that names the kernel to compile for. */
final class ProfileOption {
  @Option(
      names = "--profile",
      paramLabel = "FILE",
      description =
          "Compile for the kernel of this profile, which 'surefoot profile' wrote; default: this"
              + " machine's.")
  private Path file;

  Outcome<KernelProfile> read(QueryEngine engine) {
    return file == null ? engine.measureProfile() : engine.readProfile(file);
  }
}
