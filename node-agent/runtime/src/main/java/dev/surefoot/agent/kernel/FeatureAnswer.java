// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.agent.kernel;

import java.util.List;

/** Whether a kernel has a feature, as a trial load answered it. */
public sealed interface FeatureAnswer {
  /** A program that needs it was loaded. */
  record Present() implements FeatureAnswer {}

  /** The kernel refused the program for what it is. */
  record Absent(List<String> reasons) implements FeatureAnswer {
    public Absent {
      reasons = List.copyOf(reasons);
    }
  }

  /** The kernel refused for another reason (privileges, memory), so nothing is known. */
  record Unknown(List<String> reasons) implements FeatureAnswer {
    public Unknown {
      reasons = List.copyOf(reasons);
    }
  }
}
