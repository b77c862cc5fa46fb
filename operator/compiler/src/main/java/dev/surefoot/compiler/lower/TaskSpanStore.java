// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.lower;

import dev.surefoot.catalog.asm.KernelStruct;
import dev.surefoot.catalog.bundle.Loss;
import dev.surefoot.catalog.elf.MapDefinition;
import dev.surefoot.catalog.elf.MapType;
import dev.surefoot.catalog.isa.JumpOp;
import dev.surefoot.catalog.isa.MemorySize;
import dev.surefoot.compiler.ir.FunctionBuilder;
import dev.surefoot.compiler.ir.HelperCall;
import dev.surefoot.compiler.ir.Likelihood;
import dev.surefoot.compiler.ir.OpenBlock;
import dev.surefoot.compiler.ir.Value;
import dev.surefoot.compiler.split.SpanSlot;
import java.util.List;
import java.util.function.Consumer;

/**
 * Storage of the current task, which must be the one that opens, closes and cancels its spans; the
 * key is then the task itself.
 */
final class TaskSpanStore implements SpanStore {
  /** {@code BPF_LOCAL_STORAGE_GET_F_CREATE}. */
  private static final int CREATE = 1;

  private static final KernelStruct TASK =
      new KernelStruct("task_struct", KernelStruct.Form.STRUCT, List.of());

  private final SpanSlot slot;
  private final MapDefinition map;

  TaskSpanStore(SpanSlot slot) {
    this.slot = slot;
    this.map =
        MapDefinition.of(
            "spans", MapType.TASK_STORAGE, 4, slot.layout().bytes(), 0, MapDefinition.NO_PREALLOC);
  }

  @Override
  public MapDefinition map() {
    return map;
  }

  @Override
  public boolean needsKernelTypes() {
    return true;
  }

  @Override
  public void open(ProgramScope scope, Value key, Consumer<Value> fill, OpenBlock done) {
    FunctionBuilder builder = scope.builder();
    OpenBlock refused = builder.newBlock("no_storage");
    fill.accept(get(builder, CREATE, refused));
    builder.jump(done);
    builder.switchTo(refused);
    scope.losses().count(Loss.SPAN_NOT_KEPT, 1);
    builder.jump(done);
  }

  @Override
  public void forget(ProgramScope scope, Value key) {
    OpenBlock after = scope.builder().newBlock("forgotten");
    cancel(scope, key, after);
    scope.builder().switchTo(after);
  }

  @Override
  public Value find(ProgramScope scope, Value key, OpenBlock absent) {
    return get(scope.builder(), 0, absent);
  }

  @Override
  public void cancel(ProgramScope scope, Value key, OpenBlock done) {
    FunctionBuilder builder = scope.builder();
    Value storage = get(builder, 0, done);
    builder.store(MemorySize.B8, storage, slot.layout().field(slot.marker()).offset(), 0);
    builder.jump(done);
  }

  private Value get(FunctionBuilder builder, int flags, OpenBlock absent) {
    OpenBlock present = builder.newBlock("present");
    Value storage =
        builder.call(
            HelperCall.TASK_STORAGE_GET,
            builder.mapAddress(map),
            builder.currentTask(TASK),
            builder.constant(0),
            builder.constant(flags));
    builder.branch(JumpOp.EQ, storage, 0, absent, present, Likelihood.UNLIKELY);
    builder.switchTo(present);
    return storage;
  }
}
