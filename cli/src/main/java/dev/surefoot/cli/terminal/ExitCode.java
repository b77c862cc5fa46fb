// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.cli.terminal;

/** What the command's status says; documented in docs/reference/exit-codes.md. */
public enum ExitCode {
  OK(0, "the command did what was asked; Ctrl-C and a closed pipe end a run well"),
  USER_ERROR(1, "the query or the manifest is wrong"),
  USAGE(2, "the command line is wrong"),
  ENVIRONMENT(3, "this machine lacks something: root, BTF, tracefs, libbpf"),
  KERNEL(4, "this kernel accepted no way to run the query"),
  OUTPUT(5, "the rows could not be written, for example because the disk is full"),
  INTERNAL(70, "a mistake in surefoot itself");

  private final int status;
  private final String meaning;

  ExitCode(int status, String meaning) {
    this.status = status;
    this.meaning = meaning;
  }

  /** The process status. */
  public int status() {
    return status;
  }

  /** For people. */
  public String meaning() {
    return meaning;
  }
}
