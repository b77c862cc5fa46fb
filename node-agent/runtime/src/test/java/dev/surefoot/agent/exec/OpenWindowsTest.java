// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.agent.exec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surefoot.agent.exec.group.GroupMemory;
import dev.surefoot.agent.exec.group.WindowGroups;
import dev.surefoot.agent.exec.value.Row;
import dev.surefoot.agent.sink.OutputWindow;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OpenWindowsTest {
  private final List<WindowGroups> made = new ArrayList<>();
  private final List<String> told = new ArrayList<>();

  private final RowOperator next =
      new RowOperator() {
        @Override
        public void row(Row row) {
          told.add("row");
        }

        @Override
        public void advance(long untilNanos) {}

        @Override
        public void windowBegins(OutputWindow window) {
          told.add(window.startNanos() + "-" + window.endNanos() + " " + window.complete());
        }

        @Override
        public void windowEnds() {}

        @Override
        public void finish(long nowNanos) {}
      };

  private OpenWindows windows(long length, long start) {
    return new OpenWindows(
        length,
        start,
        () -> {
          WindowGroups groups = new WindowGroups(1, 1, 0, GroupMemory.DEFAULT);
          made.add(groups);
          return groups;
        });
  }

  private void emit(OutputWindow window, WindowGroups groups) {
    told.add("groups " + groups.table().size() + " of " + window.endNanos());
  }

  @Test
  void timesOfOneWindowShareItsGroups() {
    OpenWindows windows = windows(10, 100);
    WindowGroups first = windows.at(100);
    assertThat(windows.at(109)).isSameAs(first);
    assertThat(windows.at(110)).isNotSameAs(first);
    assertThat(windows.at(105)).isSameAs(first);
    assertThat(windows.endingAt(110)).isSameAs(first);
  }

  @Test
  void windowsAreClosedInOrderAndTheirMemoryIsUsedAgain() {
    OpenWindows windows = windows(10, 100);
    int _ = windows.at(115).table().find(new long[] {1});
    int _ = windows.at(103).table().find(new long[] {1});
    int _ = windows.at(103).table().find(new long[] {2});
    windows.close(129, next, this::emit);
    assertThat(told)
        .containsExactly("100-110 true", "groups 2 of 110", "110-120 true", "groups 1 of 120");
    assertThat(windows.at(119)).isNull();
    assertThat(windows.at(125)).isIn(made);
    assertThat(windows.at(125).table().size()).isZero();
    assertThat(made).hasSize(2);
  }

  @Test
  void finishShowsTheLastWindowsAsIncomplete() {
    OpenWindows windows = windows(10, 100);
    int _ = windows.at(125).table().find(new long[] {1});
    windows.finish(112, next, this::emit);
    assertThat(told)
        .containsExactly("100-110 true", "110-120 false", "120-130 false", "groups 1 of 130");
  }

  @Test
  void withoutALengthTheRunIsOneWindow() {
    OpenWindows windows = windows(0, 100);
    WindowGroups groups = windows.at(5);
    assertThat(windows.at(Long.MAX_VALUE)).isSameAs(groups);
    assertThat(windows.endingAt(Long.MAX_VALUE)).isSameAs(groups);
    windows.close(1_000_000, next, this::emit);
    assertThat(told).isEmpty();
    windows.finish(170, next, this::emit);
    assertThat(told).containsExactly("100-170 true", "groups 0 of 170");
  }
}
