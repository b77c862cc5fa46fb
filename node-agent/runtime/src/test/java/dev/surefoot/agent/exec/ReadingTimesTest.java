// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.agent.exec;

import static dev.surefoot.agent.exec.TestingPlans.countStar;
import static dev.surefoot.agent.exec.TestingPlans.plan;
import static dev.surefoot.agent.exec.TestingPlans.readEvents;
import static org.assertj.core.api.Assertions.assertThat;

import dev.surefoot.catalog.bundle.UserStage.AggregateRows;
import dev.surefoot.catalog.bundle.UserStage.MergePartials;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReadingTimesTest {
  private static final ExecutionSettings SETTINGS =
      ExecutionSettings.startingAt(1_050).withGraceNanos(20);

  @Test
  void windowsAreReadOnceWhenTheyHaveBeenOverForTheGraceTime() {
    ReadingTimes times =
        ReadingTimes.of(
            plan(
                List.of(),
                readEvents(),
                new AggregateRows(100, 0, List.of(), List.of(countStar()))),
            SETTINGS);
    assertThat(times.isNew(times.due(1_060))).isFalse();
    assertThat(times.isNew(times.due(1_119))).isFalse();
    assertThat(times.due(1_120)).isEqualTo(1_100);
    assertThat(times.isNew(1_100)).isTrue();
    times.collected(1_100);
    assertThat(times.isNew(times.due(1_219))).isFalse();
    assertThat(times.due(1_555)).isEqualTo(1_500);
  }

  @Test
  void rowsWithoutWindowsAreReadFromTimeToTime() {
    ReadingTimes times = ReadingTimes.of(plan(List.of(), readEvents()), SETTINGS);
    long later = 1_050 + SETTINGS.earlyReadNanos();
    assertThat(times.isNew(times.due(later - 1))).isFalse();
    assertThat(times.isNew(times.due(later))).isTrue();
  }

  @Test
  void partialsOfTheWholeRunAreReadAtTheEndOnly() {
    ReadingTimes times =
        ReadingTimes.of(plan(List.of(), new MergePartials(3, 0, List.of(), List.of())), SETTINGS);
    assertThat(times.isNew(times.due(Long.MAX_VALUE / 2))).isFalse();
  }
}
