// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.catalog.interpreter;

/**
 * An environment of plain values. Everything is 0 or empty at first.
 *
 * @param random the number that every question for a random one gets
 */
public record ScriptedEnvironment(
    long clockNanos,
    long pidTgid,
    long uidGid,
    String comm,
    int cpu,
    long cgroupId,
    long currentTask,
    int random,
    KernelMemory kernelMemory)
    implements Environment {
  /** The environment in which all is 0. */
  public ScriptedEnvironment() {
    this(0, 0, 0, "", 0, 0, 0, 0, new KernelMemory());
  }

  /** At this time, in ns. */
  public ScriptedEnvironment at(long newClockNanos) {
    return new ScriptedEnvironment(
        newClockNanos, pidTgid, uidGid, comm, cpu, cgroupId, currentTask, random, kernelMemory);
  }

  /** In this process and thread. */
  public ScriptedEnvironment in(int pid, int tid) {
    long both = (long) pid << Integer.SIZE | Integer.toUnsignedLong(tid);
    return new ScriptedEnvironment(
        clockNanos, both, uidGid, comm, cpu, cgroupId, currentTask, random, kernelMemory);
  }

  /** As this user and group. */
  public ScriptedEnvironment as(int uid, int gid) {
    long both = (long) gid << Integer.SIZE | Integer.toUnsignedLong(uid);
    return new ScriptedEnvironment(
        clockNanos, pidTgid, both, comm, cpu, cgroupId, currentTask, random, kernelMemory);
  }

  /** With this command name. */
  public ScriptedEnvironment named(String newComm) {
    return new ScriptedEnvironment(
        clockNanos, pidTgid, uidGid, newComm, cpu, cgroupId, currentTask, random, kernelMemory);
  }

  /** On this CPU. */
  public ScriptedEnvironment on(int newCpu) {
    return new ScriptedEnvironment(
        clockNanos, pidTgid, uidGid, comm, newCpu, cgroupId, currentTask, random, kernelMemory);
  }

  /** In this cgroup. */
  public ScriptedEnvironment inCgroup(long newCgroupId) {
    return new ScriptedEnvironment(
        clockNanos, pidTgid, uidGid, comm, cpu, newCgroupId, currentTask, random, kernelMemory);
  }

  /** With the current task at this address of this memory. */
  public ScriptedEnvironment withTask(long address, KernelMemory memory) {
    return new ScriptedEnvironment(
        clockNanos, pidTgid, uidGid, comm, cpu, cgroupId, address, random, memory);
  }
}
