// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.agent.exec;

import dev.surefoot.agent.exec.group.GroupKey;
import dev.surefoot.agent.exec.group.PartialSet;
import dev.surefoot.agent.exec.group.WindowGroups;
import dev.surefoot.agent.exec.value.Row;
import dev.surefoot.agent.sink.OutputWindow;
import dev.surefoot.catalog.bundle.KernelStream.Partials;
import dev.surefoot.catalog.bundle.UserStage.FinishedAggregate;
import dev.surefoot.catalog.bundle.UserStage.MergePartials;
import java.nio.ByteBuffer;

/** Merges partial aggregates by window and key, and gives a row for each group of a window. */
final class MergePartialsOperator {
  private final PartialLayout layout;
  private final GroupKey key;
  private final PartialSet aggregates;
  private final OpenWindows windows;
  private final LossCounts loss;
  private final RowOperator next;
  private final Row out;
  private final int firstAggregate;

  MergePartialsOperator(
      MergePartials stage,
      Partials stream,
      PartialLayout layout,
      ExecutionSettings settings,
      LossCounts loss,
      RowOperator next) {
    this.layout = layout;
    this.loss = loss;
    this.next = next;
    key = new GroupKey(layout.keyTypes());
    aggregates = new PartialSet(stream.states(), stage.aggregates());
    int keyWords = GroupKey.words(layout.keyTypes().size());
    windows =
        new OpenWindows(
            stage.windowNanos(),
            settings.startNanos(),
            () -> new WindowGroups(keyWords, aggregates.words(), 0, settings.memory()));
    firstAggregate = ResultRow.FIRST_KEY + layout.keyTypes().size();
    out =
        ResultRow.of(
            layout.keyTypes(), stage.aggregates().stream().map(FinishedAggregate::call).toList());
  }

  /** Merges a partial; false where its window has been closed. */
  boolean merge(ByteBuffer data, int offset) {
    WindowGroups groups = windows.endingAt(layout.windowEnd(data, offset));
    if (groups == null) {
      return false;
    }
    int group = key.find(groups, layout.keys(data, offset));
    if (group < 0) {
      loss.add(LossStage.MEMORY_FULL, 1);
    } else {
      aggregates.merge(groups, group, layout.states(data, offset));
    }
    return true;
  }

  void advance(long untilNanos) {
    windows.close(untilNanos, next, this::emit);
  }

  void finish(long nowNanos) {
    windows.finish(nowNanos, next, this::emit);
    next.finish(nowNanos);
  }

  private void emit(OutputWindow window, WindowGroups groups) {
    ResultRow.setWindow(out, window);
    for (int group = 0; group < groups.table().size(); group++) {
      key.restore(groups, group, out, ResultRow.FIRST_KEY);
      aggregates.finish(groups, group, out, firstAggregate);
      next.row(out);
    }
  }
}
