// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.e2e.agree;

import dev.surefoot.compiler.reference.Bytes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * A machine on which threads do what threads do, the same for the same seed: calls that nest, span
 * windows or never return, threads that end inside calls and whose ids are used again, execve by
 * leaders and others, CPUs that change under a call.
 */
final class RandomMachine {
  /** Thread ids are below. */
  static final int PID_MAX = 256;

  private static final long START_NANOS = 123_456_789_000L;
  private static final long FIRST_TASK = 0xffff_9000_0000_0000L;
  private static final int MOST_THREADS = 24;
  private static final long EXECVE = 59;
  private static final List<String> COMMS =
      List.of("bash", "", "a'b", "kworker/0:1", "\u00e9\u20ac", "fifteen-bytes-x", "BASH", "s");
  private static final List<String> PATHS =
      List.of("/usr/bin/ls", "./a b", "/\u00e9", "", "/" + "long/".repeat(80));
  private static final long[] RESULTS = {0, 0, 0, 1, -2, -11, 4096, 1L << 40, Long.MIN_VALUE};

  private final RandomGenerator random;
  private final int cpus;
  private final List<LiveThread> threads = new ArrayList<>();
  private final List<HookEvent> events = new ArrayList<>();
  private long now = START_NANOS;
  private long born;

  private RandomMachine(long seed, int cpus) {
    this.random = new SplittableRandom(seed);
    this.cpus = cpus;
  }

  /** What such a machine does in this many events, or a few more. */
  static MachineLog log(long seed, int cpus, int events) {
    RandomMachine machine = new RandomMachine(seed, cpus);
    for (int i = 0; i < 5; i++) {
      machine.begin();
    }
    while (machine.events.size() < events) {
      machine.step();
    }
    return new MachineLog(START_NANOS, machine.now + 1, machine.events);
  }

  private void step() {
    LiveThread thread = threads.get(random.nextInt(threads.size()));
    switch (random.nextInt(100)) {
      case 0, 1, 2, 3 -> thread.cpu = random.nextInt(cpus);
      case 4, 5, 6 -> {
        end(thread);
        begin();
      }
      case 7, 8 -> execute(thread);
      case 9, 10, 11, 12, 13, 14, 15, 16, 17, 18 -> switchFrom(thread);
      case 19, 20 -> change(thread);
      case 21, 22 -> begin();
      case 23, 24, 25, 26, 27, 28, 29 -> enter(thread, callNumber());
      case 30, 31, 32, 33 -> leave(thread, result());
      default -> {
        if (thread.inCall) {
          leave(thread, result());
        } else {
          enter(thread, callNumber());
        }
      }
    }
  }

  private void enter(LiveThread thread, long number) {
    KernelObject registers =
        new KernelObject(
            "pt_regs",
            Map.of(
                "di", argument(),
                "si", argument(),
                "dx", argument(),
                "r10", argument(),
                "r8", argument(),
                "r9", argument()));
    happens("sys_enter", thread, List.of(registers, number));
    thread.inCall = true;
  }

  private void leave(LiveThread thread, long result) {
    happens("sys_exit", thread, List.of(new KernelObject("pt_regs", Map.of()), result));
    thread.inCall = false;
  }

  private void begin() {
    if (threads.size() >= MOST_THREADS) {
      return;
    }
    LiveThread parent = threads.isEmpty() ? null : threads.get(random.nextInt(threads.size()));
    LiveThread thread = new LiveThread(FIRST_TASK + (born++ << 16));
    thread.tid = freeId();
    thread.pid = parent == null || random.nextBoolean() ? thread.tid : parent.pid;
    thread.ppid = parent == null ? 1 : parent.pid;
    thread.mountNamespace = 0xf000_0000L + random.nextInt(3);
    thread.startNanos = now;
    thread.priority = 100L + random.nextInt(40);
    thread.cpu = random.nextInt(cpus);
    change(thread);
    threads.add(thread);
  }

  /** Ids are few, so that they come again soon. */
  private long freeId() {
    while (true) {
      long id = random.nextInt(20) == 0 ? PID_MAX - 1L : 1L + random.nextInt(2 * MOST_THREADS);
      if (threads.stream().noneMatch(thread -> thread.tid == id || thread.pid == id)) {
        return id;
      }
    }
  }

  private void end(LiveThread thread) {
    thread.exitCode = random.nextInt(3) == 0 ? 9 : 256L * random.nextInt(4);
    happens("sched_process_exit", thread, List.of(thread.task()));
    threads.remove(thread);
  }

  /** All other threads of the process end; then the one that is left takes the process's id. */
  private void execute(LiveThread thread) {
    enter(thread, EXECVE);
    if (random.nextInt(4) == 0) {
      leave(thread, -2);
      return;
    }
    List.copyOf(threads).stream()
        .filter(other -> other != thread && other.pid == thread.pid)
        .forEach(this::end);
    long oldId = thread.tid;
    thread.tid = thread.pid;
    thread.comm = text(COMMS);
    KernelObject program = new KernelObject("linux_binprm", Map.of("filename", text(PATHS)));
    // What is above the low 32 bits of an int parameter may be anything.
    long parameter = random.nextBoolean() ? oldId : oldId | random.nextLong() << Integer.SIZE;
    happens("sched_process_exec", thread, List.of(thread.task(), parameter, program));
    if (random.nextInt(8) != 0) {
      leave(thread, 0);
    }
  }

  private void switchFrom(LiveThread thread) {
    thread.state = random.nextInt(3) == 0 ? 0 : 1L << random.nextInt(10);
    LiveThread next = threads.get(random.nextInt(threads.size()));
    long preempted = random.nextInt(2);
    happens(
        "sched_switch",
        thread,
        List.of(preempted, thread.task(), next.task(), thread.state | random.nextLong() << 32));
    next.cpu = thread.cpu;
  }

  private void change(LiveThread thread) {
    thread.comm = text(COMMS);
    thread.uid = random.nextInt(3) == 0 ? 0xffff_fffeL : 1000L * random.nextInt(2);
    thread.gid = random.nextInt(4);
    thread.cgroup = random.nextInt(3) == 0 ? 1L << 33 : random.nextInt(5);
  }

  private void happens(String event, LiveThread thread, List<Object> parameters) {
    now += pause();
    events.add(new HookEvent(event, now, thread.cpu, thread.task(), parameters));
  }

  private long pause() {
    return switch (random.nextInt(64)) {
      case 0 -> random.nextLong(3_000_000_000L);
      case 1, 2, 3 -> random.nextLong(400_000_000L);
      case 4, 5, 6 -> 0;
      default -> random.nextLong(900_000);
    };
  }

  private long callNumber() {
    return switch (random.nextInt(30)) {
      case 0 -> -1;
      case 1 -> 600;
      case 2 -> 511;
      case 3 -> random.nextInt(450);
      default -> random.nextInt(8);
    };
  }

  private long result() {
    return RESULTS[random.nextInt(RESULTS.length)];
  }

  private long argument() {
    return random.nextInt(4) == 0 ? random.nextLong() : random.nextInt(-3, 300);
  }

  private String text(List<String> texts) {
    return Bytes.of(texts.get(random.nextInt(texts.size())));
  }
}
