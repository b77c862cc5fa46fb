// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.lower;

import dev.surefoot.catalog.asm.CoreAccess;
import dev.surefoot.catalog.isa.AluOp;
import dev.surefoot.catalog.isa.MemorySize;
import dev.surefoot.catalog.layout.FieldType;
import dev.surefoot.catalog.profile.Feature;
import dev.surefoot.catalog.profile.KernelProfile;
import dev.surefoot.catalog.schema.HookValue;
import dev.surefoot.catalog.schema.HookValue.Root;
import dev.surefoot.catalog.schema.HookValue.Step;
import dev.surefoot.compiler.ir.FunctionBuilder;
import dev.surefoot.compiler.ir.HelperCall;
import dev.surefoot.compiler.ir.Type;
import dev.surefoot.compiler.ir.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a program can read at its hook. A value is read where it is first asked for and then kept,
 * so the first question must stand on the program's main path.
 */
final class HookReader {
  private static final int POINTER_BYTES = 8;

  private final FunctionBuilder builder;
  private final KernelProfile profile;
  private final Map<Object, Value> known = new HashMap<>();
  private boolean usesKernelTypes;

  HookReader(FunctionBuilder builder, KernelProfile profile) {
    this.builder = builder;
    this.profile = profile;
  }

  /** Whether what was read so far needs the kernel's types. */
  boolean usesKernelTypes() {
    return usesKernelTypes;
  }

  /** The value, extended to 64 bits. */
  Value integer(HookValue value) {
    Value present = known.get(value);
    if (present == null) {
      present = read(value);
      known.put(value, present);
    }
    return present;
  }

  /** A value whose low bytes are those of {@code value}; what is above them may be anything. */
  Value lowBytes(HookValue value) {
    return switch (value) {
      case HookValue.Parameter(int index, _) -> parameter(index);
      case HookValue.Tid _ -> identity(HelperCall.GET_CURRENT_PID_TGID);
      case HookValue.Uid _ -> identity(HelperCall.GET_CURRENT_UID_GID);
      default -> integer(value);
    };
  }

  /** Writes the text, zero-filled to its size, to memory. */
  void text(HookValue value, Value destination, int offset) {
    Value target = offset == 0 ? destination : builder.pointerAdd(destination, offset);
    switch (value) {
      case HookValue.Comm _ ->
          builder.call(HelperCall.GET_CURRENT_COMM, target, builder.constant(16));
      case HookValue.Member(Root root, List<Step> steps, FieldType type) -> {
        Value address = memberAddress(root, steps);
        builder.call(HelperCall.PROBE_READ_KERNEL, target, builder.constant(type.bytes()), address);
      }
      case HookValue.PointedText(Root root, List<Step> steps, FieldType.Text type) -> {
        Value pointer = member(root, steps, FieldType.U64);
        for (int word = 0; word < type.bytes(); word += 8) {
          builder.store(MemorySize.B8, destination, offset + word, 0);
        }
        builder.call(
            HelperCall.PROBE_READ_KERNEL_STR, target, builder.constant(type.bytes()), pointer);
      }
      default -> throw new IllegalArgumentException("not a text: " + value);
    }
  }

  private Value read(HookValue value) {
    return switch (value) {
      case HookValue.Clock _ -> builder.call(HelperCall.KTIME_GET_NS);
      case HookValue.Pid _ -> highHalf(identity(HelperCall.GET_CURRENT_PID_TGID));
      case HookValue.Tid _ -> builder.zeroExtend(32, identity(HelperCall.GET_CURRENT_PID_TGID));
      case HookValue.Uid _ -> builder.zeroExtend(32, identity(HelperCall.GET_CURRENT_UID_GID));
      case HookValue.Gid _ -> highHalf(identity(HelperCall.GET_CURRENT_UID_GID));
      case HookValue.Cpu _ -> identity(HelperCall.GET_SMP_PROCESSOR_ID);
      case HookValue.CgroupId _ -> identity(HelperCall.GET_CURRENT_CGROUP_ID);
      case HookValue.Parameter(int index, FieldType.Int type) -> extend(parameter(index), type);
      case HookValue.Member(Root root, List<Step> steps, FieldType.Int type) ->
          member(root, steps, type);
      case HookValue.FirstOf(List<HookValue.FirstOf.Option> options) ->
          integer(
              options.stream()
                  .filter(option -> profile.meets(option.requirement()))
                  .findFirst()
                  .orElseThrow()
                  .value());
      case HookValue.Masked(HookValue inner, long mask) ->
          builder.alu(AluOp.AND, integer(inner), mask);
      case HookValue.Difference(HookValue left, HookValue right) ->
          builder.alu(AluOp.SUB, integer(left), integer(right));
      case HookValue.Comm _, HookValue.Member _, HookValue.PointedText _ ->
          throw new IllegalArgumentException("not an integer: " + value);
    };
  }

  private Value extend(Value raw, FieldType.Int type) {
    if (type.bytes() == 8) {
      return raw;
    }
    int bits = 8 * type.bytes();
    return type.signed() ? builder.signExtend(bits, raw) : builder.zeroExtend(bits, raw);
  }

  private Value parameter(int index) {
    return known.computeIfAbsent("parameter " + index, _ -> builder.parameter(index));
  }

  /** What a helper gives that stays the same throughout a run of the program. */
  Value identity(HelperCall helper) {
    return known.computeIfAbsent(helper, _ -> builder.call(helper));
  }

  private Value highHalf(Value pair) {
    return builder.alu(AluOp.RSH, pair, 32);
  }

  private Value member(Root root, List<Step> steps, FieldType.Int type) {
    if (isTyped(root)) {
      Value object = typedObject(root, steps);
      return builder.coreLoad(
          MemorySize.ofBytes(type.bytes()),
          type.signed(),
          object,
          access(steps.getLast()),
          Type.SCALAR);
    }
    return probe(untypedAddress(root, steps), type);
  }

  private Value memberAddress(Root root, List<Step> steps) {
    if (isTyped(root)) {
      return builder.pointerAdd(
          typedObject(root, steps), builder.coreOffset(access(steps.getLast())));
    }
    return untypedAddress(root, steps);
  }

  /** Whether loads through pointers from this root are allowed (the current task's since 5.11). */
  private boolean isTyped(Root root) {
    return switch (root) {
      case Root.PointerParameter _ -> true;
      case Root.CurrentTask _ -> profile.has(Feature.TASK_STORAGE);
    };
  }

  /** The object whose member the last step names. */
  private Value typedObject(Root root, List<Step> steps) {
    Step first = steps.getFirst();
    Value object =
        switch (root) {
          case Root.PointerParameter(int index) -> builder.typedParameter(index, first.struct());
          case Root.CurrentTask _ -> builder.currentTask(first.struct());
        };
    for (int i = 0; i + 1 < steps.size(); i++) {
      Type next = new Type.KernelPointer(steps.get(i + 1).struct());
      object = builder.coreLoad(MemorySize.B8, false, object, access(steps.get(i)), next);
    }
    return object;
  }

  private Value untypedAddress(Root root, List<Step> steps) {
    if (!(root instanceof Root.CurrentTask)) {
      throw new IllegalArgumentException("untyped access from " + root);
    }
    Value object = identity(HelperCall.GET_CURRENT_TASK);
    for (int i = 0; i + 1 < steps.size(); i++) {
      object = probe(address(object, steps.get(i)), FieldType.U64);
    }
    return address(object, steps.getLast());
  }

  private Value address(Value object, Step step) {
    return builder.alu(AluOp.ADD, object, builder.coreOffset(access(step)));
  }

  private Value probe(Value address, FieldType.Int type) {
    Value buffer = builder.stackSlot(POINTER_BYTES, POINTER_BYTES);
    builder.call(HelperCall.PROBE_READ_KERNEL, buffer, builder.constant(type.bytes()), address);
    MemorySize size = MemorySize.ofBytes(type.bytes());
    return type.signed() ? builder.loadSigned(size, buffer, 0) : builder.load(size, buffer, 0);
  }

  private CoreAccess access(Step step) {
    usesKernelTypes = true;
    return new CoreAccess(CoreAccess.Kind.FIELD_BYTE_OFFSET, step.struct(), step.path());
  }
}
