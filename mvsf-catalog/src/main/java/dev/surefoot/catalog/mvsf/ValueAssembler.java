// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.catalog.mvsf;

import static dev.surefoot.catalog.isa.MemorySize.B4;
import static dev.surefoot.catalog.isa.MemorySize.B8;
import static dev.surefoot.catalog.isa.Register.R0;
import static dev.surefoot.catalog.isa.Register.R1;
import static dev.surefoot.catalog.isa.Register.R10;
import static dev.surefoot.catalog.isa.Register.R2;
import static dev.surefoot.catalog.isa.Register.R3;
import static dev.surefoot.catalog.isa.Register.R6;
import static dev.surefoot.catalog.isa.Register.R7;
import static dev.surefoot.catalog.isa.Register.R9;

import dev.surefoot.catalog.asm.Assembler;
import dev.surefoot.catalog.asm.CoreAccess;
import dev.surefoot.catalog.isa.Helper;
import dev.surefoot.catalog.isa.MemorySize;
import dev.surefoot.catalog.isa.Register;
import dev.surefoot.catalog.layout.Field;
import dev.surefoot.catalog.layout.FieldType;
import dev.surefoot.catalog.schema.HookValue;
import dev.surefoot.catalog.schema.HookValue.Root;
import dev.surefoot.catalog.schema.HookValue.Step;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Code that gets values at a hook. Expects the context in R6, the CPU in R7 and, for {@link
 * #store}, the record in R9; keeps R6 to R9. Values must be resolved (no {@code FirstOf}).
 */
final class ValueAssembler {
  private final Assembler code;
  private int depth;

  ValueAssembler(Assembler code) {
    this.code = code;
  }

  /** Reads, once each, what several of the values share into its {@link StackSlot}. */
  void readShared(List<HookValue> values) {
    Set<Integer> slots = new HashSet<>();
    values.forEach(value -> collectShared(value, slots));
    readInto(StackSlot.CLOCK, Helper.KTIME_GET_NS, slots);
    readInto(StackSlot.PID_TGID, Helper.GET_CURRENT_PID_TGID, slots);
    readInto(StackSlot.UID_GID, Helper.GET_CURRENT_UID_GID, slots);
  }

  private void readInto(int slot, Helper helper, Set<Integer> wanted) {
    if (wanted.contains(slot)) {
      code.callHelper(helper).store(B8, R10, slot, R0);
    }
  }

  private static void collectShared(HookValue value, Set<Integer> slots) {
    switch (value) {
      case HookValue.Clock _ -> slots.add(StackSlot.CLOCK);
      case HookValue.Pid _, HookValue.Tid _ -> slots.add(StackSlot.PID_TGID);
      case HookValue.Uid _, HookValue.Gid _ -> slots.add(StackSlot.UID_GID);
      case HookValue.Masked(HookValue inner, _) -> collectShared(inner, slots);
      case HookValue.Difference(HookValue left, HookValue right) -> {
        collectShared(left, slots);
        collectShared(right, slots);
      }
      case HookValue.FirstOf _ -> throw unresolved(value);
      case HookValue.Cpu _,
          HookValue.CgroupId _,
          HookValue.Comm _,
          HookValue.Parameter _,
          HookValue.Member _,
          HookValue.PointedText _ -> {}
    }
  }

  /** Stores the value into the field of the record. */
  void store(HookValue value, Field field) {
    switch (field.type()) {
      case FieldType.Int(int bytes, _) -> {
        scalar(value, bytes);
        code.store(MemorySize.ofBytes(bytes), R9, field.offset(), R0);
      }
      case FieldType.Text(int bytes) -> text(value, field, bytes);
    }
  }

  /** Computes an integer into R0, extended to 64 bits as its own type says. */
  void scalar(HookValue value) {
    scalar(value, Long.BYTES);
  }

  /**
   * Computes an integer into R0.
   *
   * @param wanted how many of its low bytes the caller looks at; the rest may be anything
   */
  private void scalar(HookValue value, int wanted) {
    switch (value) {
      case HookValue.Clock _ -> code.load(B8, R0, R10, StackSlot.CLOCK);
      case HookValue.Pid _ -> code.load(B4, R0, R10, StackSlot.PID_TGID + 4);
      case HookValue.Tid _ -> code.load(B4, R0, R10, StackSlot.PID_TGID);
      case HookValue.Uid _ -> code.load(B4, R0, R10, StackSlot.UID_GID);
      case HookValue.Gid _ -> code.load(B4, R0, R10, StackSlot.UID_GID + 4);
      case HookValue.Cpu _ -> code.mov(R0, R7);
      case HookValue.CgroupId _ -> code.callHelper(Helper.GET_CURRENT_CGROUP_ID);
      case HookValue.Parameter(int index, FieldType.Int type) -> {
        parameter(R0, index);
        extend(type, wanted);
      }
      case HookValue.Member(Root root, List<Step> steps, FieldType.Int type) ->
          integerMember(root, steps, type, wanted);
      case HookValue.Masked(HookValue inner, long mask) -> {
        scalar(inner);
        if (mask == (int) mask) {
          code.and(R0, (int) mask);
        } else {
          code.loadImmediate64(R1, mask).and(R0, R1);
        }
      }
      case HookValue.Difference difference -> difference(difference);
      case HookValue.FirstOf _ -> throw unresolved(value);
      case HookValue.Comm _, HookValue.Member _, HookValue.PointedText _ ->
          throw new IllegalArgumentException("not an integer: " + value);
    }
  }

  private void difference(HookValue.Difference difference) {
    int slot = StackSlot.temporary(depth++);
    scalar(difference.left());
    code.store(B8, R10, slot, R0);
    scalar(difference.right());
    code.load(B8, R1, R10, slot).sub(R1, R0).mov(R0, R1);
    depth--;
  }

  private void text(HookValue value, Field field, int bytes) {
    switch (value) {
      case HookValue.Comm _ ->
          code.mov(R1, R9)
              .add(R1, field.offset())
              .mov(R2, bytes)
              .callHelper(Helper.GET_CURRENT_COMM);
      case HookValue.Member(Root root, List<Step> steps, FieldType.Text _) -> {
        Step last = steps.getLast();
        follow(root, steps.subList(0, steps.size() - 1));
        code.coreAdd(R3, offset(last));
        readText(field, bytes);
      }
      case HookValue.PointedText(Root root, List<Step> steps, FieldType.Text _) -> {
        follow(root, steps);
        readText(field, bytes);
      }
      default -> throw new IllegalArgumentException("not text: " + value);
    }
  }

  /** Copies the text at R3; what follows its end in the record stays zero. */
  private void readText(Field field, int bytes) {
    code.mov(R1, R9)
        .add(R1, field.offset())
        .mov(R2, bytes)
        .callHelper(Helper.PROBE_READ_KERNEL_STR);
  }

  private void integerMember(Root root, List<Step> steps, FieldType.Int type, int wanted) {
    Step last = steps.getLast();
    MemorySize size = MemorySize.ofBytes(type.bytes());
    follow(root, steps.subList(0, steps.size() - 1));
    switch (root) {
      case Root.CurrentTask _ -> {
        probe(last, type.bytes());
        code.load(size, R0, R10, StackSlot.PROBE);
      }
      case Root.PointerParameter _ -> code.coreLoad(size, false, R0, R3, offset(last));
    }
    if (type.signed()) {
      extend(type, wanted);
    }
  }

  /** Puts into R3 the pointer that the steps lead to. */
  private void follow(Root root, List<Step> steps) {
    switch (root) {
      case Root.CurrentTask _ -> {
        code.callHelper(Helper.GET_CURRENT_TASK).mov(R3, R0);
        for (Step step : steps) {
          probe(step, B8.bytes());
          code.load(B8, R3, R10, StackSlot.PROBE);
        }
      }
      // The verifier knows these pointers' types and lets programs load through them.
      case Root.PointerParameter(int index) -> {
        parameter(R3, index);
        steps.forEach(step -> code.coreLoad(B8, false, R3, R3, offset(step)));
      }
    }
  }

  private void probe(Step step, int bytes) {
    code.coreAdd(R3, offset(step))
        .mov(R1, R10)
        .add(R1, StackSlot.PROBE)
        .mov(R2, bytes)
        .callHelper(Helper.PROBE_READ_KERNEL);
  }

  private void parameter(Register dst, int index) {
    code.load(B8, dst, R6, 8 * index);
  }

  private void extend(FieldType.Int type, int wanted) {
    if (type.bytes() >= wanted) {
      return;
    }
    int unused = Long.SIZE - Byte.SIZE * type.bytes();
    code.lsh(R0, unused);
    if (type.signed()) {
      code.arsh(R0, unused);
    } else {
      code.rsh(R0, unused);
    }
  }

  private static CoreAccess offset(Step step) {
    return CoreAccess.offsetOf(step.struct(), step.path().toArray(String[]::new));
  }

  private static IllegalArgumentException unresolved(HookValue value) {
    return new IllegalArgumentException("not resolved for a kernel: " + value);
  }
}
