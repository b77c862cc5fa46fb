// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.cli.terminal;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.Locale;

/** Why something could not be written. */
public sealed interface WriteFailure {
  /** The reader of a pipe is gone: nobody wants the rest, and that is no error. */
  record ReaderGone() implements WriteFailure {}

  /** Anything else. */
  record Failed(String message, String hint) implements WriteFailure {}

  /** Tells the one from the other. */
  static WriteFailure of(String target, IOException e) {
    String why = String.valueOf(e.getMessage());
    String lower = why.toLowerCase(Locale.ROOT);
    if (lower.contains("broken pipe")) {
      return new ReaderGone();
    }
    String hint =
        lower.contains("no space left")
            ? "make room, or write to another file system with --output-file"
            : "check the file and its directory";
    return new Failed("cannot write to %s: %s".formatted(target, why), hint);
  }

  /** Says so, where there is something to say. */
  default ExitCode report(PrintWriter messages) {
    return switch (this) {
      case ReaderGone _ -> ExitCode.OK;
      case Failed(String message, String hint) -> {
        messages.printf("surefoot: %s%n  hint: %s%n", message, hint);
        yield ExitCode.OUTPUT;
      }
    };
  }
}
