// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surefoot.catalog.schema.Half;
import dev.surefoot.compiler.diagnostic.SourceText;
import dev.surefoot.compiler.plan.LogicalPlan;
import dev.surefoot.compiler.reference.EventLog.Recorded;
import dev.surefoot.compiler.reference.ReferenceInterpreter.ResultRow;
import dev.surefoot.compiler.sql.CompileResult;
import dev.surefoot.compiler.sql.SqlFrontEnd;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReferenceInterpreterTest {
  private static final long SECOND = 1_000_000_000L;

  private final List<Recorded> events = new ArrayList<>();

  @Test
  void rowIsAnOpeningAndTheNextClosingEventOfAThread() {
    enter(1, 10, 100);
    enter(2, 20, 101);
    exit(2, 25, -2);
    exit(1, 30, 0);
    assertThat(rows("SELECT tid, syscall_number, enter_ts, exit_ts, ret FROM system_calls"))
        .containsExactly(row(2, 101, 20, 25, -2), row(1, 100, 10, 30, 0));
  }

  @Test
  void openingEventReplacesAnOpenOne() {
    enter(1, 10, 100);
    enter(1, 20, 101);
    exit(1, 30, 0);
    exit(1, 40, 0);
    assertThat(rows("SELECT enter_ts, exit_ts FROM system_calls")).containsExactly(row(20, 30));
  }

  @Test
  void cancelledSpanMakesNoRow() {
    enter(1, 10, 100);
    events.add(new Recorded.Cancelled(1, Optional.empty()));
    exit(1, 30, 0);
    assertThat(rows("SELECT exit_ts FROM system_calls")).isEmpty();
  }

  @Test
  void nothingIsCancelledWhereTheKeyIsTheException() {
    enter(1, 10, 100);
    events.add(new Recorded.Cancelled(1, Optional.of(1L)));
    events.add(new Recorded.Cancelled(2, Optional.of(3L)));
    exit(1, 30, 0);
    assertThat(rows("SELECT exit_ts FROM system_calls")).containsExactly(row(30));
  }

  @Test
  void valuesAreThoseAtTheReturnWhereTheReturnHasThem() {
    enter(1, 10, 100);
    seen(Half.CLOSE, 1, 30, Map.of("ret", 0L, "comm", "after"));
    assertThat(rows("SELECT comm FROM system_calls"))
        .containsExactly(new ResultRow(0, List.of("after")));
  }

  @Test
  void rowBelongsToTheWindowThatHoldsItsEnd() {
    enter(1, SECOND - 5, 100);
    exit(1, SECOND, 1);
    enter(1, SECOND, 100);
    exit(1, 2 * SECOND - 1, 2);
    enter(1, 5 * SECOND, 100);
    exit(1, 5 * SECOND + 1, 4);
    assertThat(
            rows(
                "SELECT window_start, window_end, SUM(ret), COUNT(*) FROM system_calls WINDOW 1 s"))
        .containsExactly(
            windowRow(SECOND, SECOND, 2 * SECOND, 3, 2),
            windowRow(5 * SECOND, 5 * SECOND, 6 * SECOND, 4, 1));
  }

  @Test
  void withoutAWindowTheRunIsOne() {
    enter(1, 10, 100);
    exit(1, 20, 7);
    assertThat(rows("SELECT window_start, window_end, MAX(ret) FROM system_calls"))
        .containsExactly(windowRow(5, 5, 9 * SECOND, 7));
  }

  @Test
  void nullsAreOneGroupAndComeLast() {
    call(1, 10, 0);
    call(1, 20, 5);
    call(1, 30, 0);
    call(1, 40, 2);
    assertThat(rows("SELECT 10 / ret AS q, COUNT(*) FROM system_calls GROUP BY q ORDER BY q DESC"))
        .containsExactly(windowRow(5, 5, 1), windowRow(5, 2, 1), windowRow(5, null, 2));
  }

  @Test
  void sortAndItsLimitAreOfEachWindow() {
    call(1, 10, 3);
    call(1, 20, 1);
    call(1, 30, 2);
    call(1, SECOND + 10, 9);
    assertThat(rows("SELECT ret FROM system_calls GROUP BY ret WINDOW 1 s ORDER BY ret LIMIT 2"))
        .containsExactly(windowRow(0, 1), windowRow(0, 2), windowRow(SECOND, 9));
  }

  @Test
  void limitOfRowsIsOfTheWholeRun() {
    call(1, 10, 3);
    call(1, 20, 1);
    call(1, 30, 2);
    assertThat(rows("SELECT ret FROM system_calls LIMIT 2")).containsExactly(row(3), row(1));
  }

  @Test
  void havingChoosesGroups() {
    call(1, 10, 3);
    call(1, 20, 3);
    call(1, 30, 2);
    assertThat(rows("SELECT ret FROM system_calls GROUP BY ret HAVING COUNT(*) > 1"))
        .containsExactly(windowRow(5, 3));
  }

  private void call(long thread, long time, long result) {
    enter(thread, time - 1, 100);
    exit(thread, time, result);
  }

  private void enter(long thread, long time, long number) {
    seen(Half.OPEN, thread, time, Map.of("syscall_number", number));
  }

  private void exit(long thread, long time, long result) {
    seen(Half.CLOSE, thread, time, Map.of("ret", result));
  }

  private void seen(Half half, long thread, long time, Map<String, Object> more) {
    Map<String, Object> values = new HashMap<>(more);
    values.put("tid", thread);
    values.put(half == Half.OPEN ? "enter_ts" : "exit_ts", time);
    events.add(new Recorded.Seen(half, values));
  }

  private List<ResultRow> rows(String sql) {
    CompileResult result = SqlFrontEnd.compile(new SourceText("test", sql));
    assertThat(result).isInstanceOf(CompileResult.Analyzed.class);
    LogicalPlan plan = ((CompileResult.Analyzed) result).plan();
    return ReferenceInterpreter.run(plan, new EventLog(5, 9 * SECOND, events), Names.NONE);
  }

  private static ResultRow row(long... values) {
    return new ResultRow(0, Arrays.stream(values).<Object>mapToObj(value -> value).toList());
  }

  private static ResultRow windowRow(long start, Object... values) {
    return new ResultRow(
        start,
        Arrays.stream(values)
            .map(value -> value instanceof Integer number ? (Object) (long) number : value)
            .toList());
  }
}
