// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.agent.libbpf;

/** A version of libbpf, as far as its API tells it. */
public record LibBpfVersion(int major, int minor) implements Comparable<LibBpfVersion> {
  /** The oldest one that has all that is called (struct_ops links, tcx, tokens). */
  public static final LibBpfVersion OLDEST = new LibBpfVersion(1, 4);

  @Override
  public int compareTo(LibBpfVersion other) {
    return major != other.major
        ? Integer.compare(major, other.major)
        : Integer.compare(minor, other.minor);
  }

  @Override
  public String toString() {
    return major + "." + minor;
  }
}
