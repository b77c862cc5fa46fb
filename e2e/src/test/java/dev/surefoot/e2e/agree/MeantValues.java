// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.e2e.agree;

import dev.surefoot.catalog.layout.FieldType;
import dev.surefoot.catalog.profile.KernelProfile;
import dev.surefoot.catalog.schema.Column;
import dev.surefoot.catalog.schema.Half;
import dev.surefoot.catalog.schema.HookValue;
import dev.surefoot.catalog.schema.HookValue.Root;
import dev.surefoot.catalog.schema.HookValue.Step;
import dev.surefoot.catalog.schema.Table;
import dev.surefoot.compiler.reference.EventLog;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a table's columns mean at an event, without any program. */
final class MeantValues {
  private final KernelProfile profile;

  MeantValues(KernelProfile profile) {
    this.profile = profile;
  }

  /** What the table's hooks saw of the log. */
  EventLog log(Table table, MachineLog log) {
    List<EventLog.Recorded> recorded = new ArrayList<>();
    for (HookEvent event : log.events()) {
      switch (table.shape()) {
        case Table.Shape.Event(var hook) -> {
          if (hook.event().equals(event.event())) {
            recorded.add(seen(table, Half.EVENT, event));
          }
        }
        case Table.Shape.Span span -> addHalves(table, span, event, recorded);
      }
    }
    return new EventLog(log.startNanos(), log.endNanos(), recorded);
  }

  private void addHalves(
      Table table, Table.Shape.Span span, HookEvent event, List<EventLog.Recorded> recorded) {
    if (span.open().event().equals(event.event())) {
      recorded.add(seen(table, Half.OPEN, event));
    }
    if (span.close().event().equals(event.event())) {
      recorded.add(seen(table, Half.CLOSE, event));
    }
    for (Table.Cancel cancel : span.cancels()) {
      if (cancel.hook().event().equals(event.event())) {
        recorded.add(
            new EventLog.Recorded.Cancelled(
                (Long) value(cancel.key(), event),
                cancel.unless().map(unless -> (Long) value(unless, event))));
      }
    }
  }

  private EventLog.Recorded seen(Table table, Half half, HookEvent event) {
    Map<String, Object> values = new HashMap<>();
    for (Column column : table.columns()) {
      if (column.availableAt(half)) {
        Object value = value(column.valueAt(half), event);
        values.put(column.name(), narrow(value, column.type()));
      }
    }
    return new EventLog.Recorded.Seen(half, values);
  }

  private Object value(HookValue value, HookEvent event) {
    Task current = event.current();
    return switch (value) {
      case HookValue.Clock _ -> event.nanos();
      case HookValue.Pid _ -> current.pid();
      case HookValue.Tid _ -> current.tid();
      case HookValue.Uid _ -> current.uid();
      case HookValue.Gid _ -> current.gid();
      case HookValue.Cpu _ -> (long) event.cpu();
      case HookValue.CgroupId _ -> current.cgroup();
      case HookValue.Comm _ -> current.comm();
      case HookValue.Parameter(int index, var type) -> narrow(event.parameters().get(index), type);
      case HookValue.Member(Root root, var steps, var type) ->
          narrow(member(root, steps, event), type);
      case HookValue.PointedText(Root root, var steps, var type) ->
          narrow(member(root, steps, event), type);
      case HookValue.FirstOf(var options) ->
          value(
              options.stream()
                  .filter(option -> profile.meets(option.requirement()))
                  .findFirst()
                  .orElseThrow()
                  .value(),
              event);
      case HookValue.Masked(HookValue inner, long mask) -> (Long) value(inner, event) & mask;
      case HookValue.Difference(HookValue left, HookValue right) ->
          (Long) value(left, event) - (Long) value(right, event);
    };
  }

  private static Object member(Root root, List<Step> steps, HookEvent event) {
    Object object =
        switch (root) {
          case Root.CurrentTask _ -> event.current().object();
          case Root.PointerParameter(int index) -> event.object(index);
        };
    for (Step step : steps) {
      object = ((KernelObject) object).member(String.join(".", step.path()));
    }
    return object;
  }

  private static Object narrow(Object value, FieldType type) {
    return switch (type) {
      case FieldType.Int(int bytes, boolean signed) -> {
        int unused = Long.SIZE - Byte.SIZE * bytes;
        long number = (Long) value;
        yield signed ? number << unused >> unused : number << unused >>> unused;
      }
      case FieldType.Text(int bytes) -> {
        String text = (String) value;
        yield text.substring(0, Math.min(text.length(), bytes - 1));
      }
    };
  }
}
