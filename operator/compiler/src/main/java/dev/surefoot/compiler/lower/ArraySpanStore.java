// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.lower;

import dev.surefoot.catalog.bundle.Loss;
import dev.surefoot.catalog.elf.MapDefinition;
import dev.surefoot.catalog.isa.AluOp;
import dev.surefoot.catalog.isa.JumpOp;
import dev.surefoot.catalog.isa.MemorySize;
import dev.surefoot.compiler.ir.FunctionBuilder;
import dev.surefoot.compiler.ir.Likelihood;
import dev.surefoot.compiler.ir.OpenBlock;
import dev.surefoot.compiler.ir.Value;
import dev.surefoot.compiler.split.SpanSlot;
import java.util.function.Consumer;

/**
 * Slots addressed by the key. Only the thread itself writes its slot, so that it needs no lock; a
 * key at or beyond the array (pid_max was raised while the query runs) counts as loss.
 */
final class ArraySpanStore implements SpanStore {
  private final SpanSlot slot;
  private final int keys;
  private final MapDefinition map;

  ArraySpanStore(SpanSlot slot, int keys) {
    this.slot = slot;
    this.keys = keys;
    this.map = CpuAreas.oneElement("spans", keys * slot.layout().bytes());
  }

  @Override
  public MapDefinition map() {
    return map;
  }

  @Override
  public boolean needsKernelTypes() {
    return false;
  }

  @Override
  public void open(ProgramScope scope, Value key, Consumer<Value> fill, OpenBlock done) {
    FunctionBuilder builder = scope.builder();
    OpenBlock beyond = builder.newBlock("beyond_array");
    Value address = find(scope, key, beyond);
    fill.accept(address);
    builder.jump(done);
    builder.switchTo(beyond);
    scope.losses().count(Loss.SPAN_NOT_KEPT, 1);
    builder.jump(done);
  }

  @Override
  public void forget(ProgramScope scope, Value key) {
    FunctionBuilder builder = scope.builder();
    OpenBlock absent = builder.newBlock("beyond_array");
    OpenBlock after = builder.newBlock("forgotten");
    clear(scope, find(scope, key, absent));
    builder.jump(after);
    builder.switchTo(absent);
    builder.jump(after);
    builder.switchTo(after);
  }

  @Override
  public Value find(ProgramScope scope, Value key, OpenBlock absent) {
    FunctionBuilder builder = scope.builder();
    OpenBlock within = builder.newBlock("within_array");
    builder.branch(JumpOp.GE, key, keys, absent, within, Likelihood.UNLIKELY);
    builder.switchTo(within);
    Value offset = builder.alu(AluOp.MUL, key, slot.layout().bytes());
    return builder.pointerAdd(builder.mapValue(map, 0), offset);
  }

  @Override
  public void cancel(ProgramScope scope, Value key, OpenBlock done) {
    clear(scope, find(scope, key, done));
    scope.builder().jump(done);
  }

  private void clear(ProgramScope scope, Value address) {
    scope.builder().store(MemorySize.B8, address, slot.layout().field(slot.marker()).offset(), 0);
  }
}
