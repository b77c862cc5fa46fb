// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.agent;

/**
 * Something that the user or the node's owner can put right.
 *
 * @param reason what is not as it has to be, naming what was found
 * @param hint what to do about it; empty where nothing can be done
 */
public record Problem(Kind kind, String reason, String hint) {
  /** What is wrong. */
  public enum Kind {
    LIBBPF_MISSING,
    LIBBPF_TOO_OLD,
    NO_PRIVILEGES,
    NO_KERNEL_TYPES,
    NO_TRACEFS,
    NO_HOOK,
    NO_KERNEL_SUPPORT,
    /** What the kernel has could not be found out; this is not the same as not having it. */
    UNKNOWN
  }

  /** Reason and hint as lines for people. */
  public String text() {
    return hint.isEmpty() ? reason : reason + "\n" + hint;
  }
}
