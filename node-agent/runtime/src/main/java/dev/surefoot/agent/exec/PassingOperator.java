// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.agent.exec;

import dev.surefoot.agent.sink.OutputWindow;

/** An operator that changes rows and passes everything else on. */
abstract class PassingOperator implements RowOperator {
  final RowOperator next;

  PassingOperator(RowOperator next) {
    this.next = next;
  }

  @Override
  public void advance(long untilNanos) {
    next.advance(untilNanos);
  }

  @Override
  public void windowBegins(OutputWindow window) {
    next.windowBegins(window);
  }

  @Override
  public void windowEnds() {
    next.windowEnds();
  }

  @Override
  public void finish(long nowNanos) {
    next.finish(nowNanos);
  }
}
