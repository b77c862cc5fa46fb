// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.agent.exec;

import dev.surefoot.agent.exec.expression.CompiledExpression;
import dev.surefoot.agent.exec.expression.ExpressionCompiler;
import dev.surefoot.agent.exec.group.AggregateSet;
import dev.surefoot.agent.exec.group.GroupKey;
import dev.surefoot.agent.exec.group.WindowGroups;
import dev.surefoot.agent.exec.value.Row;
import dev.surefoot.agent.sink.OutputWindow;
import dev.surefoot.catalog.bundle.UserStage.AggregateRows;
import dev.surefoot.catalog.expression.AggregateCall;
import dev.surefoot.catalog.expression.Expression;
import dev.surefoot.catalog.expression.ValueType;
import java.util.List;

/** Groups the rows of each window and gives a row for each group when the window is closed. */
final class AggregateOperator implements RowOperator {
  private final int timeColumn;
  private final CompiledExpression[] keys;
  private final CompiledExpression[] arguments;
  private final GroupKey key;
  private final AggregateSet aggregates;
  private final OpenWindows windows;
  private final LossCounts loss;
  private final RowOperator next;
  private final Row keyRow;
  private final Row argumentRow;
  private final Row out;

  AggregateOperator(
      AggregateRows stage,
      ExpressionCompiler compiler,
      ExecutionSettings settings,
      LossCounts loss,
      RowOperator next) {
    this.loss = loss;
    this.next = next;
    timeColumn = stage.timeColumn();
    keys =
        stage.keys().stream()
            .map(named -> compiler.compile(named.expression()))
            .toArray(CompiledExpression[]::new);
    arguments =
        stage.aggregates().stream()
            .map(call -> compiler.compile(argument(call)))
            .toArray(CompiledExpression[]::new);
    List<ValueType> keyTypes =
        stage.keys().stream().map(named -> named.expression().type()).toList();
    keyRow = new Row(keyTypes);
    key = new GroupKey(keyTypes);
    argumentRow = new Row(stage.aggregates().stream().map(call -> argument(call).type()).toList());
    aggregates = new AggregateSet(stage.aggregates());
    out = ResultRow.of(keyTypes, stage.aggregates());
    windows =
        new OpenWindows(
            stage.windowNanos(),
            settings.startNanos(),
            () ->
                new WindowGroups(
                    GroupKey.words(keyTypes.size()),
                    aggregates.words(),
                    aggregates.distincts(),
                    settings.memory()));
  }

  /** COUNT(*) counts a constant. */
  private static Expression argument(AggregateCall call) {
    return call.argument().orElse(new Expression.IntLiteral(1));
  }

  @Override
  public void row(Row row) {
    WindowGroups groups = windows.at(row.number(timeColumn));
    if (groups == null) {
      loss.add(LossStage.LATE, 1);
      return;
    }
    for (int i = 0; i < keys.length; i++) {
      keys[i].evaluate(row, keyRow, i);
    }
    int group = key.find(groups, keyRow);
    if (group < 0) {
      loss.add(LossStage.MEMORY_FULL, 1);
      return;
    }
    for (int i = 0; i < arguments.length; i++) {
      arguments[i].evaluate(row, argumentRow, i);
    }
    if (!aggregates.add(groups, group, argumentRow)) {
      loss.add(LossStage.MEMORY_FULL, 1);
    }
  }

  @Override
  public void advance(long untilNanos) {
    windows.close(untilNanos, next, this::emit);
  }

  @Override
  public void finish(long nowNanos) {
    windows.finish(nowNanos, next, this::emit);
    next.finish(nowNanos);
  }

  private void emit(OutputWindow window, WindowGroups groups) {
    ResultRow.setWindow(out, window);
    for (int group = 0; group < groups.table().size(); group++) {
      key.restore(groups, group, out, ResultRow.FIRST_KEY);
      aggregates.finish(groups, group, out, ResultRow.FIRST_KEY + keys.length);
      next.row(out);
    }
  }

  @Override
  public void windowBegins(OutputWindow window) {
    throw new IllegalStateException("rows of a window are not grouped into windows again");
  }

  @Override
  public void windowEnds() {
    throw new IllegalStateException("rows of a window are not grouped into windows again");
  }
}
