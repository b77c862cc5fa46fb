// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.agent.exec;

import dev.surefoot.agent.exec.group.WindowGroups;
import dev.surefoot.agent.sink.OutputWindow;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;

/**
 * The windows whose rows may still come. A length of 0 makes one window of the whole run. The
 * memory of a closed window is used for a later one.
 */
final class OpenWindows {
  /** Gives a closed window's groups on. */
  @FunctionalInterface
  interface Emitter {
    /** The groups of {@code window}. */
    void emit(OutputWindow window, WindowGroups groups);
  }

  private record OpenWindow(long endNanos, WindowGroups groups) {}

  private final long windowNanos;
  private final long startNanos;
  private final Supplier<WindowGroups> memory;
  private final List<OpenWindow> open = new ArrayList<>();
  private final Deque<WindowGroups> free = new ArrayDeque<>();
  private long closedUntil;
  private boolean mayReopen = true;
  // The window that the last row was in: most rows are in the same.
  private long currentEnd = Long.MIN_VALUE;
  private WindowGroups current;

  OpenWindows(long windowNanos, long startNanos, Supplier<WindowGroups> memory) {
    this.windowNanos = windowNanos;
    this.startNanos = startNanos;
    this.memory = memory;
    closedUntil = windowNanos == 0 ? Long.MIN_VALUE : floor(startNanos);
  }

  private long floor(long time) {
    return Math.floorDiv(time, windowNanos) * windowNanos;
  }

  /** The groups of the window that a time is in; {@code null} where it has been closed. */
  WindowGroups at(long timeNanos) {
    if (timeNanos < currentEnd && timeNanos >= currentEnd - windowNanos) {
      return current;
    }
    return endingAt(windowNanos == 0 ? Long.MAX_VALUE : floor(timeNanos) + windowNanos);
  }

  /** The groups of the window with this end; {@code null} where it has been closed. */
  WindowGroups endingAt(long endNanos) {
    if (endNanos == currentEnd) {
      return current;
    }
    long end = windowNanos == 0 ? Long.MAX_VALUE : endNanos;
    if (end <= closedUntil && !reopen(end)) {
      return null;
    }
    current = find(end);
    currentEnd = end;
    return current;
  }

  /** Programs run a little before the query's start is noted: that may be one window earlier. */
  private boolean reopen(long end) {
    if (!mayReopen || end != closedUntil) {
      return false;
    }
    mayReopen = false;
    closedUntil -= windowNanos;
    return true;
  }

  private WindowGroups find(long end) {
    for (int i = open.size() - 1; i >= 0; i--) {
      if (open.get(i).endNanos() == end) {
        return open.get(i).groups();
      }
    }
    WindowGroups groups = free.isEmpty() ? memory.get() : free.pop();
    open.add(new OpenWindow(end, groups));
    open.sort(Comparator.comparingLong(OpenWindow::endNanos));
    return groups;
  }

  /** Whether a window with this end has been closed. */
  boolean closed(long endNanos) {
    return windowNanos != 0 && endNanos <= closedUntil;
  }

  /** Closes the windows that end at or before a time, in order, the empty ones too. */
  void close(long untilNanos, RowOperator next, Emitter emitter) {
    if (windowNanos == 0) {
      return;
    }
    while (closedUntil + windowNanos <= untilNanos) {
      closedUntil += windowNanos;
      long start = closedUntil - windowNanos;
      emit(new OutputWindow(start, closedUntil, start >= startNanos), closedUntil, next, emitter);
    }
  }

  /** Closes all windows, the one that {@code nowNanos} is in and later ones as incomplete. */
  void finish(long nowNanos, RowOperator next, Emitter emitter) {
    if (windowNanos == 0) {
      emit(new OutputWindow(startNanos, nowNanos, true), Long.MAX_VALUE, next, emitter);
      return;
    }
    close(nowNanos, next, emitter);
    while (closedUntil < nowNanos || !open.isEmpty()) {
      closedUntil += windowNanos;
      long start = closedUntil - windowNanos;
      emit(new OutputWindow(start, closedUntil, false), closedUntil, next, emitter);
    }
  }

  private void emit(OutputWindow window, long end, RowOperator next, Emitter emitter) {
    mayReopen = false;
    next.windowBegins(window);
    if (!open.isEmpty() && open.getFirst().endNanos() == end) {
      WindowGroups groups = open.removeFirst().groups();
      emitter.emit(window, groups);
      groups.clear();
      free.push(groups);
      currentEnd = Long.MIN_VALUE;
      current = null;
    }
    next.windowEnds();
  }
}
