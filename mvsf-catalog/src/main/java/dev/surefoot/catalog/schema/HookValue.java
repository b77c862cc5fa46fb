// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.catalog.schema;

import dev.surefoot.catalog.asm.KernelStruct;
import dev.surefoot.catalog.layout.FieldType;
import java.util.List;

/** How a program at a hook gets a value. */
public sealed interface HookValue {
  /** {@code bpf_ktime_get_ns}: CLOCK_MONOTONIC in ns. */
  record Clock() implements HookValue {}

  /** The thread group id of the current task: what user space calls the process id. */
  record Pid() implements HookValue {}

  /** The id of the current task: what user space calls the thread id. */
  record Tid() implements HookValue {}

  /** The user id of the current task, in the initial user namespace. */
  record Uid() implements HookValue {}

  /** The group id of the current task, in the initial user namespace. */
  record Gid() implements HookValue {}

  /** The number of the CPU that runs the program. */
  record Cpu() implements HookValue {}

  /** The id of the current task's cgroup in the v2 hierarchy. */
  record CgroupId() implements HookValue {}

  /** The current task's command name, 16 bytes. */
  record Comm() implements HookValue {}

  /** Parameter {@code index} of the hook, an integer whose low {@code type} bytes count. */
  record Parameter(int index, FieldType.Int type) implements HookValue {}

  /**
   * A member reached from a kernel object through pointers. All steps but the last read a pointer;
   * the last reads the value: an integer, or text that is embedded in the struct.
   */
  record Member(Root root, List<Step> steps, FieldType type) implements HookValue {
    public Member {
      steps = List.copyOf(steps);
    }
  }

  /**
   * Text that a pointer member points to (kernel memory, ended by a zero byte); cut at the size.
   */
  record PointedText(Root root, List<Step> steps, FieldType.Text type) implements HookValue {
    public PointedText {
      steps = List.copyOf(steps);
    }
  }

  /** The first option whose requirement this kernel meets; the last one requires nothing. */
  record FirstOf(List<Option> options) implements HookValue {
    /** A value and what it needs. */
    public record Option(KernelRequirement requirement, HookValue value) {}

    public FirstOf {
      options = List.copyOf(options);
    }
  }

  /** {@code value & mask}. */
  record Masked(HookValue value, long mask) implements HookValue {}

  /** {@code left - right}. */
  record Difference(HookValue left, HookValue right) implements HookValue {}

  /** Where a chain of members starts. */
  sealed interface Root {
    /** The current {@code task_struct}. */
    record CurrentTask() implements Root {}

    /** Parameter {@code index} of the hook, a pointer. */
    record PointerParameter(int index) implements Root {}
  }

  /** From a struct to one of its members; {@code path} goes through embedded structs. */
  record Step(KernelStruct struct, List<String> path) {
    public Step {
      path = List.copyOf(path);
    }
  }
}
