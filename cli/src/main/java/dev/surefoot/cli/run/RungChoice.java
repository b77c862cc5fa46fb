// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.cli.run;

/** Which rung of the ladder the user wants. */
public sealed interface RungChoice {
  /** The first that the kernel accepts. */
  record Best() implements RungChoice {}

  /** The last: the catalog's functions alone run in the kernel. */
  record MvsfOnly() implements RungChoice {}

  /** This one, or none. Numbers begin at 0, the cheapest. */
  record Numbered(int rung) implements RungChoice {}
}
