// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.agent.exec;

import dev.surefoot.agent.sink.SinkProblem;
import java.util.Optional;

/** Whether the query goes on; shared by its operators. */
final class RunState {
  private boolean limitReached;
  private Optional<SinkProblem> problem = Optional.empty();

  void reachLimit() {
    limitReached = true;
  }

  void report(Optional<SinkProblem> answer) {
    if (problem.isEmpty() && answer.isPresent()) {
      problem = answer;
    }
  }

  Optional<SinkProblem> problem() {
    return problem;
  }

  boolean ended() {
    return limitReached || problem.isPresent();
  }
}
