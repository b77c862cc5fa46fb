// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.agent.catalogtest;

import dev.surefoot.catalog.mvsf.Mvsf;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The record that a trigger should have made some function ship.
 *
 * @param key what tells the record from those of others
 * @param values what it then must hold; fields that the function does not ship are passed over
 * @param exists false where the trigger must not make a record with this key
 */
record Expectation(Map<String, Object> key, Map<String, Object> values, boolean exists) {
  // include/uapi/asm: getppid's number.
  private static final long GETPPID = "aarch64".equals(System.getProperty("os.arch")) ? 173L : 110L;

  private static final List<String> TIMES = List.of("ts", "enter_ts", "exit_ts");

  Expectation {
    key = Map.copyOf(key);
    values = Map.copyOf(values);
  }

  /** What the function should ship for this trigger. */
  static Expectation of(Mvsf function, Trigger trigger) {
    return switch (function.hook().event()) {
      case "sys_enter" ->
          own(trigger, Map.of("syscall_number", GETPPID), Map.of("pid", trigger.pid()));
      case "sys_exit" ->
          own(trigger, Map.of("ret", trigger.parent()), Map.of("pid", trigger.pid()));
      case "sched_switch" ->
          new Expectation(
              Map.of("prev_pid", trigger.tid()),
              merged(common(trigger), Map.of("prev_comm", trigger.command())),
              true);
      case "sched_process_exec" -> exec(function, trigger);
      case "sched_process_exit" ->
          child(trigger, Map.of("exit_code", (long) Trigger.CHILD_STATUS << 8));
      default ->
          throw new IllegalArgumentException(
              "the catalog test knows no trigger for " + function.hook().event());
    };
  }

  /** What is wrong with these records; empty where nothing is. */
  List<String> complaints(List<RecordValues> records, Trigger trigger) {
    List<RecordValues> ours = records.stream().filter(r -> matches(r, key)).toList();
    if (!exists) {
      return ours.isEmpty() ? List.of() : List.of("a record with " + key + " should not be there");
    }
    if (ours.isEmpty()) {
      return List.of("no record with " + key + " arrived, of " + records.size());
    }
    // Another thread's doings may look like ours, so one right record is enough.
    List<List<String>> complaints =
        ours.stream().map(record -> complaints(record, trigger)).toList();
    return complaints.contains(List.of()) ? List.of() : complaints.getFirst();
  }

  private List<String> complaints(RecordValues record, Trigger trigger) {
    List<String> complaints = new ArrayList<>();
    values.forEach(
        (field, expected) -> {
          Object found = record.values().get(field);
          if (found != null && !found.equals(expected)) {
            complaints.add(field + " is " + found + ", not " + expected);
          }
        });
    for (String time : TIMES) {
      if (record.values().get(time) instanceof Long nanos
          && (nanos < trigger.begin() || nanos > trigger.end())) {
        complaints.add(
            "%s is %d, not within [%d, %d]".formatted(time, nanos, trigger.begin(), trigger.end()));
      }
    }
    return List.copyOf(complaints);
  }

  private static Expectation own(
      Trigger trigger, Map<String, Object> keyValue, Map<String, Object> values) {
    return new Expectation(
        merged(Map.of("tid", trigger.tid()), keyValue), merged(common(trigger), values), true);
  }

  private static Expectation exec(Mvsf function, Trigger trigger) {
    // The child's only thread makes the call: nothing to cancel.
    return function.purpose() instanceof Mvsf.Purpose.Cancel
        ? new Expectation(Map.of("tid", trigger.child()), Map.of(), false)
        : new Expectation(
            Map.of("pid", trigger.child(), "path", Trigger.CHILD_PATH),
            Map.of(
                "tid", trigger.child(),
                "old_pid", trigger.child(),
                "ppid", trigger.pid(),
                "uid", trigger.user(),
                "mntns", trigger.mountNamespace()),
            true);
  }

  private static Expectation child(Trigger trigger, Map<String, Object> values) {
    return new Expectation(
        Map.of("tid", trigger.child()),
        merged(
            values, Map.of("pid", trigger.child(), "ppid", trigger.pid(), "uid", trigger.user())),
        true);
  }

  private static Map<String, Object> common(Trigger trigger) {
    return Map.of(
        "pid", trigger.pid(),
        "tid", trigger.tid(),
        "ppid", trigger.parent(),
        "uid", trigger.user(),
        "comm", trigger.command(),
        "mntns", trigger.mountNamespace());
  }

  private static boolean matches(RecordValues record, Map<String, Object> wanted) {
    return wanted.entrySet().stream()
        .allMatch(entry -> entry.getValue().equals(record.values().get(entry.getKey())));
  }

  private static Map<String, Object> merged(Map<String, Object> some, Map<String, Object> more) {
    Map<String, Object> merged = new LinkedHashMap<>(some);
    merged.putAll(more);
    return merged;
  }
}
