// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.agent.load;

import dev.surefoot.agent.libbpf.Errno;
import java.util.List;
import java.util.Optional;

/** What became of an object. */
public sealed interface LoadResult {
  /** The kernel took it; the receiver closes it. */
  record Loaded(LoadedObject object) implements LoadResult {}

  /**
   * The kernel, or libbpf before it, refused; nothing stays behind.
   *
   * @param program which one, where it is known
   * @param log what the verifier wrote; empty where it never saw the program
   * @param messages what libbpf had to say; only where the log is empty
   */
  record Rejected(Optional<String> program, VerifierLog log, Errno errno, List<String> messages)
      implements LoadResult {
    public Rejected {
      messages = List.copyOf(messages);
    }

    /** The lines that say why. */
    public List<String> decisiveLines() {
      List<String> lines = log.decisiveLines();
      return lines.isEmpty() ? messages : lines;
    }
  }
}
