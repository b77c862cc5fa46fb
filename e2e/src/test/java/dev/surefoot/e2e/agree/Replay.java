// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.e2e.agree;

import dev.surefoot.agent.exec.ExecutionSettings;
import dev.surefoot.agent.exec.LossReport;
import dev.surefoot.agent.exec.PlanExecution;
import dev.surefoot.agent.exec.expression.SystemNames;
import dev.surefoot.agent.exec.group.GroupMemory;
import dev.surefoot.catalog.bundle.Rung;
import dev.surefoot.catalog.elf.ProgramDefinition;
import dev.surefoot.catalog.interpreter.BpfMachine;
import dev.surefoot.catalog.interpreter.DeclaredTypes;
import dev.surefoot.catalog.interpreter.Outcome;
import dev.surefoot.compiler.reference.ReferenceInterpreter.ResultRow;
import java.util.List;

/** A log whose events rungs meet, again and again. */
final class Replay {
  /** What a rung made of the log. */
  record Result(List<ResultRow> rows, LossReport loss, long records) {}

  /** Instead of a number of events: nothing is read before the end. */
  static final int NEVER = Integer.MAX_VALUE;

  private static final long GRACE_NANOS = 200_000_000;
  private static final SystemNames NAMES = SystemNames.of("amd64");

  private final MachineLog log;
  private final int cpus;
  private final int eventsPerPoll;
  private final List<LaidOutEvent> events;

  /**
   * A log to be replayed.
   *
   * @param eventsPerPoll how many events come between two polls at most, or {@link #NEVER}
   */
  Replay(MachineLog log, int cpus, int eventsPerPoll) {
    this.log = log;
    this.cpus = cpus;
    this.eventsPerPoll = eventsPerPoll;
    this.events = log.events().stream().map(LaidOutEvent::of).toList();
  }

  /** The rung's programs meet each event, and its plan reads what they leave. */
  Result run(Rung rung) {
    BpfMachine machine = new BpfMachine(rung.object().maps(), cpus, new DeclaredTypes());
    MachineMemory memory = new MachineMemory(machine, cpus);
    CollectingSink sink = new CollectingSink();
    PlanExecution execution = new PlanExecution(rung.userPlan(), memory, sink, settings());
    long last = log.startNanos();
    int unread = 0;
    for (LaidOutEvent event : events) {
      long now = event.event().nanos();
      if (++unread >= eventsPerPoll || (eventsPerPoll != NEVER && now - last > GRACE_NANOS)) {
        execution.poll(last + (now - last) / 2);
        execution.poll(now);
        unread = 0;
      }
      meet(machine, rung, event);
      last = now;
    }
    execution.finish(log.endNanos());
    return new Result(sink.rows(), execution.loss(0), memory.records());
  }

  private static void meet(BpfMachine machine, Rung rung, LaidOutEvent event) {
    for (ProgramDefinition program : rung.object().programs()) {
      if (program.section().endsWith("/" + event.event().event())) {
        Outcome outcome = machine.run(program, event.context(), event.environment());
        if (!(outcome instanceof Outcome.Returned)) {
          throw new AssertionError(rung.name() + ": " + outcome + " at " + event.event());
        }
      }
    }
  }

  private ExecutionSettings settings() {
    return new ExecutionSettings(
        log.startNanos(), GRACE_NANOS, GRACE_NANOS / 2, GroupMemory.DEFAULT, 1 << 22, NAMES);
  }
}
