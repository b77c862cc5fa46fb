// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.e2e.agree;

import java.util.List;

/**
 * A hook was reached.
 *
 * @param event the tracepoint, for example {@code sys_enter}
 * @param nanos when, on CLOCK_MONOTONIC
 * @param current the thread that runs
 * @param parameters of the hook: a Long as it stands in the context, a {@link KernelObject}, or a
 *     {@link Task}
 */
record HookEvent(String event, long nanos, int cpu, Task current, List<Object> parameters) {
  HookEvent {
    parameters = List.copyOf(parameters);
  }

  /** The object that a parameter points to. */
  KernelObject object(int parameter) {
    return switch (parameters.get(parameter)) {
      case Task task -> task.object();
      case KernelObject object -> object;
      default -> throw new IllegalArgumentException("no pointer: parameter " + parameter);
    };
  }
}
