// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.agent.sink;

/**
 * Why a sink takes no more rows.
 *
 * @param message what happened, with the target's name
 * @param hint what the user can do
 */
public record SinkProblem(Kind kind, String message, String hint) {
  /** What went wrong. */
  public enum Kind {
    /** No space left on the device. */
    DISK_FULL,
    /** The reader of a pipe went away; not an error to people who write {@code | head}. */
    PIPE_CLOSED,
    /** Any other error of the operating system. */
    IO_ERROR
  }
}
