// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.agent.sink;

import dev.surefoot.agent.sink.SinkProblem.Kind;
import java.io.IOException;
import java.nio.channels.ClosedChannelException;

/** Says in words what the operating system reports. */
final class IoProblems {
  private IoProblems() {}

  static SinkProblem of(IOException e, String target) {
    // The JDK gives no errno; its messages are strerror's, in the C locale for these two.
    String reason = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    if (reason.contains("No space left")) {
      return new SinkProblem(
          Kind.DISK_FULL,
          "no space left on the device of " + target,
          "make room or choose a file on another device");
    }
    if (reason.contains("Broken pipe")) {
      return new SinkProblem(
          Kind.PIPE_CLOSED, "the reader of " + target + " went away", "nothing needs to be done");
    }
    if (e instanceof ClosedChannelException) {
      reason = "it was closed";
    }
    return new SinkProblem(
        Kind.IO_ERROR, "cannot write to " + target + ": " + reason, "check the target");
  }
}
