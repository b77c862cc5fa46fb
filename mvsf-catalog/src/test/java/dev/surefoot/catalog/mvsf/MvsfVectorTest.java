// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.catalog.mvsf;

import static dev.surefoot.catalog.mvsf.TestingRecord.padded;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.surefoot.catalog.bundle.KernelStream;
import dev.surefoot.catalog.bundle.Loss;
import dev.surefoot.catalog.interpreter.BpfMachine;
import dev.surefoot.catalog.interpreter.DeclaredTypes;
import dev.surefoot.catalog.interpreter.Outcome;
import dev.surefoot.catalog.interpreter.ScriptedEnvironment;
import dev.surefoot.catalog.profile.KernelProfile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What each function ships of a known moment of a known kernel. */
class MvsfVectorTest {
  private static final int RING_BYTES = 4096;
  private static final String TASK = "task_struct";

  private final TestingKernel kernel = new TestingKernel();
  private final long task = kernel.object(TASK);
  private ScriptedEnvironment environment =
      new ScriptedEnvironment()
          .at(5_000)
          .in(10, 11)
          .as(1000, 100)
          .named("worker")
          .on(2)
          .inCgroup(77)
          .withTask(task, kernel.memory());

  MvsfVectorTest() {
    long parent = kernel.object(TASK);
    long proxy = kernel.object("nsproxy");
    long namespace = kernel.object("mnt_namespace");
    kernel
        .set(parent, TASK, 4, 9, "tgid")
        .set(task, TASK, 8, parent, "real_parent")
        .set(task, TASK, 8, proxy, "nsproxy")
        .set(task, TASK, 4, 256, "exit_code")
        .set(task, TASK, 8, 1_500, "start_time")
        .set(proxy, "nsproxy", 8, namespace, "mnt_ns")
        .set(namespace, "mnt_namespace", 4, 0xf000_0001L, "ns", "inum");
  }

  @Test
  void openShipsNumberAndArguments() {
    long registers = kernel.object("pt_regs");
    List<String> names = List.of("di", "si", "dx", "r10", "r8", "r9");
    names.forEach(name -> kernel.set(registers, "pt_regs", 8, -1 - names.indexOf(name), name));
    assertThat(ship("system_calls.open", context(registers, 0xffff_ffff_0000_002aL)))
        .containsExactly(
            entry("stream", 0L),
            entry("cpu", 2L),
            entry("sequence", 0L),
            entry("enter_ts", 5_000L),
            entry("syscall_number", 42L),
            entry("arg0", -1L),
            entry("arg1", -2L),
            entry("arg2", -3L),
            entry("arg3", -4L),
            entry("arg4", -5L),
            entry("arg5", -6L),
            entry("pid", 10L),
            entry("tid", 11L));
  }

  @Test
  void closeShipsResultAndTask() {
    assertThat(ship("system_calls.close", context(0, -2)))
        .containsExactly(
            entry("stream", 1L),
            entry("cpu", 2L),
            entry("sequence", 0L),
            entry("ts", 5_000L),
            entry("exit_ts", 5_000L),
            entry("ret", -2L),
            entry("pid", 10L),
            entry("tid", 11L),
            entry("ppid", 9L),
            entry("uid", 1000L),
            entry("gid", 100L),
            entry("comm", padded("worker", 16)),
            entry("cgroup_id", 77L),
            entry("mntns", 0xf000_0001L));
  }

  @Test
  void exitCancelsTheThreadsCall() {
    assertThat(ship("system_calls.cancel0", context(task)))
        .containsExactly(
            entry("stream", 2L),
            entry("cpu", 2L),
            entry("sequence", 0L),
            entry("ts", 5_000L),
            entry("tid", 11L));
  }

  @Test
  void execveByAnotherThanTheLeaderCancelsItsCall() {
    assertThat(ship("system_calls.cancel1", context(task, 12, 0)))
        .containsExactly(
            entry("stream", 3L),
            entry("cpu", 2L),
            entry("sequence", 0L),
            entry("ts", 5_000L),
            entry("tid", 12L));
  }

  @Test
  void execveByTheLeaderCancelsNothing() {
    Mvsf function = function(Profiles.NEW, "system_calls.cancel1");
    BpfMachine machine = machine(function);
    run(machine, function, context(task, 11, 0));
    assertThat(machine.ring(KernelStream.RING_MAP).consume()).isEmpty();
    run(machine, function, context(task, 12, 0));
    assertThat(ship(machine, function)).containsEntry("sequence", 0L);
  }

  @Test
  void execShipsThePath() {
    long program = kernel.object("linux_binprm");
    kernel.set(program, "linux_binprm", 8, kernel.memory().addText("/bin/true"), "filename");
    assertThat(ship("process_exec.event", context(task, 12, program)))
        .containsEntry("path", padded("/bin/true", 256))
        .containsEntry("old_pid", 12L)
        .containsEntry("ts", 5_000L)
        .containsEntry("ppid", 9L);
  }

  @Test
  void exitShipsCodeAndAge() {
    assertThat(ship("process_exit.event", context(task)))
        .containsEntry("exit_code", 256L)
        .containsEntry("start_ts", 1_500L)
        .containsEntry("duration", 3_500L);
  }

  @Test
  void switchShipsBothTasks() {
    assertSwitch(Profiles.NEW, 0x102);
    long previous = task;
    kernel.set(previous, TASK, 4, 0x102, "__state");
    assertSwitch(Profiles.RENAMED, 0);
  }

  @Test
  void switchReadsTheStateWhereItWasBeforeItsRenaming() {
    // Here the declared types put the state where the other declaration has the ids.
    kernel.set(task, "task_struct___state", 8, 0x202, "state");
    Mvsf function = function(Profiles.OLD, "sched_switches.event");
    environment = environment.on(0);
    BpfMachine machine = machine(function);
    run(machine, function, context(0, task, task));
    assertThat(ship(machine, function)).containsEntry("prev_state", 2L);
  }

  private void assertSwitch(KernelProfile profile, long state) {
    long next = kernel.object(TASK);
    kernel
        .set(task, TASK, 4, 11, "pid")
        .set(task, TASK, 4, 120, "prio")
        .setText(task, TASK, "0123456789abcd", "comm")
        .setText(task, TASK, "worker", "comm")
        .set(next, TASK, 4, 21, "pid")
        .set(next, TASK, 4, 98, "prio")
        .setText(next, TASK, "reader", "comm");
    Mvsf function = function(profile, "sched_switches.event");
    BpfMachine machine = machine(function);
    run(machine, function, context(1, task, next, state));
    assertThat(ship(machine, function))
        .containsEntry("prev_pid", 11L)
        .containsEntry("prev_comm", padded("worker", 16))
        .containsEntry("prev_prio", 120L)
        .containsEntry("prev_state", 2L)
        .containsEntry("preempted", 1L)
        .containsEntry("next_pid", 21L)
        .containsEntry("next_comm", padded("reader", 16))
        .containsEntry("next_prio", 98L);
  }

  @Test
  void fullRingIsCountedAndTheSequenceGoesOn() {
    Mvsf function = function(Profiles.NEW, "system_calls.cancel0");
    BpfMachine machine = machine(function);
    int fits = (RING_BYTES - 1) / (function.record().bytes() + 8);
    for (int i = 0; i < fits + 3; i++) {
      run(machine, function, context(task));
    }
    int area = 2 * Loss.AREA_BYTES;
    ByteBuffer losses = machine.array(KernelStream.LOSS_MAP).area();
    assertThat(losses.getLong(area + Long.BYTES * Loss.RING_FULL.ordinal())).isEqualTo(3);
    assertThat(machine.ring(KernelStream.RING_MAP).consume()).hasSize(fits);
    run(machine, function, context(task));
    assertThat(ship(machine, function)).containsEntry("sequence", fits + 3L);
  }

  @Test
  void sequencesAreOfOneCpuAndOneProgram() {
    Mvsf exit = function(Profiles.NEW, "system_calls.cancel0");
    Mvsf close = function(Profiles.NEW, "system_calls.close");
    BpfMachine machine = machine(exit);
    run(machine, exit, context(task));
    environment = environment.on(3);
    run(machine, exit, context(task));
    run(machine, close, context(0, 0));
    run(machine, exit, context(task));
    List<byte[]> records = machine.ring(KernelStream.RING_MAP).consume();
    assertThat(
            IntStream.of(0, 1, 2, 3)
                .mapToObj(i -> ByteBuffer.wrap(records.get(i)).order(ByteOrder.LITTLE_ENDIAN))
                .map(record -> record.getInt(4) + ":" + record.getLong(8)))
        .containsExactly("2:0", "3:0", "3:0", "3:1");
  }

  private Map<String, Object> ship(String name, byte[] context) {
    Mvsf function = function(Profiles.NEW, name);
    BpfMachine machine = machine(function);
    run(machine, function, context);
    return ship(machine, function);
  }

  private static Map<String, Object> ship(BpfMachine machine, Mvsf function) {
    List<byte[]> records = machine.ring(KernelStream.RING_MAP).consume();
    assertThat(records).hasSize(1);
    return TestingRecord.decode(function.record(), records.getFirst());
  }

  private void run(BpfMachine machine, Mvsf function, byte[] context) {
    assertThat(machine.run(function.program(), context, environment))
        .isEqualTo(new Outcome.Returned(0));
  }

  private static Mvsf function(KernelProfile profile, String name) {
    return MvsfCatalog.of(profile).find(name).orElseThrow();
  }

  private static BpfMachine machine(Mvsf function) {
    return new BpfMachine(function.object(RING_BYTES).maps(), 4, new DeclaredTypes());
  }

  private static byte[] context(long... values) {
    ByteBuffer bytes =
        ByteBuffer.allocate(values.length * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    for (long value : values) {
      bytes.putLong(value);
    }
    return bytes.array();
  }
}
