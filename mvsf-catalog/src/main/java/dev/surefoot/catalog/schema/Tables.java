// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.catalog.schema;

import static dev.surefoot.catalog.layout.FieldType.I32;
import static dev.surefoot.catalog.layout.FieldType.I64;
import static dev.surefoot.catalog.layout.FieldType.U32;
import static dev.surefoot.catalog.layout.FieldType.U64;

import dev.surefoot.catalog.asm.KernelStruct;
import dev.surefoot.catalog.layout.FieldType;
import dev.surefoot.catalog.schema.HookValue.Root;
import dev.surefoot.catalog.schema.HookValue.Step;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Every stable table. */
public final class Tables {
  private static final FieldType.Int BOOL8 = new FieldType.Int(1, false);
  private static final FieldType.Text COMM_TEXT = new FieldType.Text(16);
  private static final FieldType.Text PATH_TEXT = new FieldType.Text(256);
  private static final Root CURRENT = new Root.CurrentTask();

  private static final Hook SYS_ENTER =
      new Hook("raw_syscalls", "sys_enter", List.of("regs", "id"));
  private static final Hook SYS_EXIT = new Hook("raw_syscalls", "sys_exit", List.of("regs", "ret"));
  private static final Hook PROCESS_EXEC =
      new Hook("sched", "sched_process_exec", List.of("p", "old_pid", "bprm"));
  private static final Hook PROCESS_EXIT = new Hook("sched", "sched_process_exit", List.of("p"));
  private static final Hook SWITCH =
      new Hook("sched", "sched_switch", List.of("preempt", "prev", "next"));

  /** One row for every system call that returned. */
  public static final Table SYSTEM_CALLS =
      new Table(
          "system_calls",
          "One row for every system call that returned to its caller.",
          new Table.Shape.Span(
              SYS_ENTER,
              SYS_EXIT,
              "tid",
              Table.KeyLimit.PID_MAX,
              List.of(
                  new Table.Cancel(PROCESS_EXIT, new HookValue.Tid(), Optional.empty()),
                  new Table.Cancel(
                      PROCESS_EXEC,
                      new HookValue.Parameter(1, I32),
                      Optional.of(new HookValue.Tid())))),
          concat(
              List.of(
                  span("ts", U64, Unit.NANOSECONDS, "when the call returned", close(clock())),
                  span("enter_ts", U64, Unit.NANOSECONDS, "when the call was made", open(clock())),
                  span("exit_ts", U64, Unit.NANOSECONDS, "when the call returned", close(clock())),
                  span(
                          "syscall_number",
                          I32,
                          Unit.IDENTIFIER,
                          "the call's number on this architecture",
                          open(new HookValue.Parameter(1, I32)))
                      .withDenseValues(512),
                  argument(0, "di"),
                  argument(1, "si"),
                  argument(2, "dx"),
                  argument(3, "r10"),
                  argument(4, "r8"),
                  argument(5, "r9"),
                  span(
                      "ret",
                      I64,
                      Unit.ERRNO_OR_RESULT,
                      "the result; a negated errno where the call failed",
                      close(new HookValue.Parameter(1, I64)))),
              common(Half.CLOSE, Half.OPEN)),
          "exit_ts");

  /** One row for every successful execve. */
  public static final Table PROCESS_EXEC_TABLE =
      new Table(
          "process_exec",
          "One row for every program that a process started to run (execve that succeeded).",
          new Table.Shape.Event(PROCESS_EXEC),
          concat(
              List.of(
                  event("ts", U64, Unit.NANOSECONDS, "when the new program was in place", clock()),
                  event(
                      "path",
                      PATH_TEXT,
                      Unit.NONE,
                      "the file, as given to execve, cut at 255 bytes",
                      new HookValue.PointedText(
                          new Root.PointerParameter(2),
                          List.of(step(KernelTypes.LINUX_BINPRM, "filename")),
                          PATH_TEXT)),
                  event(
                      "old_pid",
                      U32,
                      Unit.IDENTIFIER,
                      "the thread's id before the call; differs from pid where not the leader",
                      new HookValue.Parameter(1, I32))),
              common(Half.EVENT)),
          "ts");

  /** One row for every thread that ended. */
  public static final Table PROCESS_EXIT_TABLE =
      new Table(
          "process_exit",
          "One row for every thread that ended; the process ended with its last thread.",
          new Table.Shape.Event(PROCESS_EXIT),
          concat(
              List.of(
                  event("ts", U64, Unit.NANOSECONDS, "when the thread ended", clock()),
                  event(
                      "exit_code",
                      I32,
                      Unit.NONE,
                      "as wait gives it: status * 256 + signal",
                      ofCurrent("exit_code", I32)),
                  event(
                      "start_ts",
                      U64,
                      Unit.NANOSECONDS,
                      "when the thread began",
                      ofCurrent("start_time", U64)),
                  event(
                      "duration",
                      U64,
                      Unit.NANOSECONDS,
                      "how long the thread lived",
                      new HookValue.Difference(clock(), ofCurrent("start_time", U64)))),
              common(Half.EVENT)),
          "ts");

  /** One row for every context switch. */
  public static final Table SCHED_SWITCHES =
      new Table(
          "sched_switches",
          "One row for every context switch; the common columns are those of the task that leaves.",
          new Table.Shape.Event(SWITCH),
          concat(
              List.of(
                  event("ts", U64, Unit.NANOSECONDS, "when the CPU switched", clock()),
                  event("prev_pid", U32, Unit.IDENTIFIER, "thread that leaves", task(1, "pid")),
                  event("prev_comm", COMM_TEXT, Unit.NONE, "its command", taskComm(1)),
                  event("prev_prio", I32, Unit.PRIORITY, "its priority", task(1, "prio")),
                  event(
                      "prev_state",
                      U32,
                      Unit.NONE,
                      "its state: 0 still runnable, 1 sleeping, 2 in uninterruptible sleep, ...",
                      new HookValue.Masked(
                          new HookValue.FirstOf(
                              List.of(
                                  new HookValue.FirstOf.Option(
                                      new KernelRequirement.ParameterCount("sched_switch", 4),
                                      new HookValue.Parameter(3, I32)),
                                  new HookValue.FirstOf.Option(
                                      new KernelRequirement.MemberExists("task_struct", "__state"),
                                      task(1, "__state")),
                                  new HookValue.FirstOf.Option(
                                      new KernelRequirement.None(),
                                      new HookValue.Member(
                                          new Root.PointerParameter(1),
                                          List.of(step(KernelTypes.TASK_WITH_STATE, "state")),
                                          I64)))),
                          0xff)),
                  event(
                      "preempted",
                      U32,
                      Unit.NONE,
                      "1 where it was preempted, else 0",
                      new HookValue.Parameter(0, BOOL8)),
                  event("next_pid", U32, Unit.IDENTIFIER, "thread that comes", task(2, "pid")),
                  event("next_comm", COMM_TEXT, Unit.NONE, "its command", taskComm(2)),
                  event("next_prio", I32, Unit.PRIORITY, "its priority", task(2, "prio"))),
              common(Half.EVENT)),
          "ts");

  private static final List<Table> ALL =
      List.of(SYSTEM_CALLS, PROCESS_EXEC_TABLE, PROCESS_EXIT_TABLE, SCHED_SWITCHES);

  private Tables() {}

  /** All tables, in the order of the reference. */
  public static List<Table> all() {
    return ALL;
  }

  /** The table of this name, where there is one. */
  public static Optional<Table> find(String name) {
    return ALL.stream().filter(table -> table.name().equals(name)).findFirst();
  }

  private static Column argument(int index, String register) {
    HookValue value =
        new HookValue.Member(
            new Root.PointerParameter(0), List.of(step(KernelTypes.PT_REGS, register)), U64);
    return span("arg" + index, U64, Unit.NONE, "argument " + (index + 1), open(value));
  }

  /**
   * The columns that every table has; pid and tid are had at every given half, the rest at first.
   */
  private static List<Column> common(Half... halves) {
    Half main = halves[0];
    return List.of(
        anywhere("pid", "process (thread group)", new HookValue.Pid(), halves),
        anywhere("tid", "thread", new HookValue.Tid(), halves),
        at(main, "cpu", U32, Unit.IDENTIFIER, "processor", new HookValue.Cpu())
            .withDenseValues(256),
        at(
            main,
            "ppid",
            U32,
            Unit.IDENTIFIER,
            "parent process",
            new HookValue.Member(
                CURRENT,
                List.of(step(KernelTypes.TASK, "real_parent"), step(KernelTypes.TASK, "tgid")),
                I32)),
        at(main, "uid", U32, Unit.IDENTIFIER, "user", new HookValue.Uid()),
        at(main, "gid", U32, Unit.IDENTIFIER, "group", new HookValue.Gid()),
        at(main, "comm", COMM_TEXT, Unit.NONE, "command name of the thread", new HookValue.Comm()),
        at(main, "cgroup_id", U64, Unit.IDENTIFIER, "cgroup (v2)", new HookValue.CgroupId()),
        at(
            main,
            "mntns",
            U32,
            Unit.IDENTIFIER,
            "mount namespace",
            new HookValue.Member(
                CURRENT,
                List.of(
                    step(KernelTypes.TASK, "nsproxy"),
                    step(KernelTypes.NSPROXY, "mnt_ns"),
                    step(KernelTypes.MNT_NAMESPACE, "ns", "inum")),
                U32)));
  }

  private static Column anywhere(String name, String about, HookValue value, Half... halves) {
    return new Column(
        name,
        U32,
        Unit.IDENTIFIER,
        about,
        Arrays.stream(halves).map(half -> new Column.Source(half, value)).toList());
  }

  private static Column at(
      Half half, String name, FieldType type, Unit unit, String about, HookValue value) {
    return new Column(name, type, unit, about, List.of(new Column.Source(half, value)));
  }

  private static Column event(
      String name, FieldType type, Unit unit, String about, HookValue value) {
    return at(Half.EVENT, name, type, unit, about, value);
  }

  private static Column span(
      String name, FieldType type, Unit unit, String about, Column.Source source) {
    return new Column(name, type, unit, about, List.of(source));
  }

  private static Column.Source open(HookValue value) {
    return new Column.Source(Half.OPEN, value);
  }

  private static Column.Source close(HookValue value) {
    return new Column.Source(Half.CLOSE, value);
  }

  private static HookValue clock() {
    return new HookValue.Clock();
  }

  private static HookValue ofCurrent(String member, FieldType.Int type) {
    return new HookValue.Member(CURRENT, List.of(step(KernelTypes.TASK, member)), type);
  }

  private static HookValue task(int parameter, String member) {
    return new HookValue.Member(
        new Root.PointerParameter(parameter), List.of(step(KernelTypes.TASK, member)), I32);
  }

  private static HookValue taskComm(int parameter) {
    return new HookValue.Member(
        new Root.PointerParameter(parameter), List.of(step(KernelTypes.TASK, "comm")), COMM_TEXT);
  }

  private static Step step(KernelStruct struct, String... path) {
    return new Step(struct, List.of(path));
  }

  private static List<Column> concat(List<Column> own, List<Column> common) {
    return Stream.concat(own.stream(), common.stream()).toList();
  }
}
