// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.catalog.profile;

import java.util.List;

/** What a profile's text turned out to be. */
public sealed interface ParsedProfile {
  /** A profile. */
  record Parsed(KernelProfile profile) implements ParsedProfile {}

  /** No profile: every mistake, naming the key it was found at. */
  record Malformed(List<String> mistakes) implements ParsedProfile {
    public Malformed {
      mistakes = List.copyOf(mistakes);
    }
  }
}
