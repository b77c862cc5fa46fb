// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.agent.load;

/**
 * How to load.
 *
 * @param verifierStatistics ask the verifier how many instructions it processed; needed on kernels
 *     before 5.16 only, later ones tell it for every program
 */
public record LoadOptions(boolean verifierStatistics) {
  /** The fastest way. */
  public static final LoadOptions DEFAULT = new LoadOptions(false);

  /** With the verifier's statistics on every kernel. */
  public static final LoadOptions WITH_STATISTICS = new LoadOptions(true);
}
