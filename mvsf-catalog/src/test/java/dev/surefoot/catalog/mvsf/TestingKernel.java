// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.catalog.mvsf;

import dev.surefoot.catalog.asm.CoreAccess;
import dev.surefoot.catalog.asm.KernelStruct;
import dev.surefoot.catalog.interpreter.DeclaredTypes;
import dev.surefoot.catalog.interpreter.KernelMemory;
import dev.surefoot.catalog.schema.Column;
import dev.surefoot.catalog.schema.HookValue;
import dev.surefoot.catalog.schema.HookValue.Step;
import dev.surefoot.catalog.schema.Table;
import dev.surefoot.catalog.schema.Tables;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Kernel objects with the members that the schema reads. */
final class TestingKernel {
  private final KernelMemory memory = new KernelMemory();
  private final Map<String, KernelStruct> structs = new HashMap<>();
  private final DeclaredTypes types = new DeclaredTypes();

  TestingKernel() {
    for (Table table : Tables.all()) {
      for (Column column : table.columns()) {
        column.sources().forEach(source -> collect(source.value()));
      }
    }
  }

  KernelMemory memory() {
    return memory;
  }

  /** The address of a new object of this type, all zero. */
  long object(String struct) {
    CoreAccess size = new CoreAccess(CoreAccess.Kind.TYPE_SIZE, struct(struct), List.of());
    return memory.add(new byte[(int) types.applyAsLong(size)]);
  }

  /** Sets a member's integer or pointer. */
  TestingKernel set(long object, String struct, int bytes, long value, String... path) {
    memory.set(object + offset(struct, path), bytes, value);
    return this;
  }

  /** Sets a member's embedded text, and leaves the bytes behind its end as they are. */
  TestingKernel setText(long object, String struct, String text, String... path) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < bytes.length; i++) {
      memory.set(object + offset(struct, path) + i, 1, bytes[i]);
    }
    memory.set(object + offset(struct, path) + bytes.length, 1, 0);
    return this;
  }

  private long offset(String struct, String... path) {
    return types.applyAsLong(CoreAccess.offsetOf(struct(struct), path));
  }

  private KernelStruct struct(String name) {
    return structs.get(name);
  }

  private void collect(HookValue value) {
    switch (value) {
      case HookValue.Member member -> collect(member.steps());
      case HookValue.PointedText text -> collect(text.steps());
      case HookValue.Masked masked -> collect(masked.value());
      case HookValue.Difference difference -> {
        collect(difference.left());
        collect(difference.right());
      }
      case HookValue.FirstOf choice -> choice.options().forEach(o -> collect(o.value()));
      case HookValue.Clock _,
          HookValue.Pid _,
          HookValue.Tid _,
          HookValue.Uid _,
          HookValue.Gid _,
          HookValue.Cpu _,
          HookValue.CgroupId _,
          HookValue.Comm _,
          HookValue.Parameter _ -> {}
    }
  }

  private void collect(List<Step> steps) {
    steps.forEach(step -> structs.put(step.struct().name(), step.struct()));
  }
}
