// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.lower;

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
import java.util.function.Consumer;

/**
 * A hash by key. An entry stays when its span closes, so that the thread's next one finds it
 * without an insertion; it goes when the span is cancelled.
 */
final class HashSpanStore implements SpanStore {
  private static final int KEY_BYTES = 4;

  private final SpanSlot slot;
  private final MapDefinition map;

  HashSpanStore(SpanSlot slot, int entries) {
    this.slot = slot;
    this.map =
        MapDefinition.of("spans", MapType.HASH, KEY_BYTES, slot.layout().bytes(), entries, 0);
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
    OpenBlock insert = builder.newBlock("insert");
    Value keyBuffer = keyInFrame(builder, key);
    fill.accept(lookup(builder, keyBuffer, insert, Likelihood.UNLIKELY));
    builder.jump(done);

    builder.switchTo(insert);
    Value fresh = builder.stackSlot(slot.layout().bytes(), 8);
    for (int word = 0; word < slot.layout().bytes(); word += 8) {
      builder.store(MemorySize.B8, fresh, word, 0);
    }
    fill.accept(fresh);
    Value failed =
        builder.call(
            HelperCall.MAP_UPDATE_ELEM,
            builder.mapAddress(map),
            keyBuffer,
            fresh,
            builder.constant(0));
    OpenBlock full = builder.newBlock("hash_full");
    builder.branch(JumpOp.NE, failed, 0, full, done, Likelihood.UNLIKELY);
    builder.switchTo(full);
    scope.losses().count(Loss.SPAN_NOT_KEPT, 1);
    builder.jump(done);
  }

  @Override
  public void forget(ProgramScope scope, Value key) {
    FunctionBuilder builder = scope.builder();
    OpenBlock after = builder.newBlock("forgotten");
    Value found = lookup(builder, keyInFrame(builder, key), after, Likelihood.LIKELY);
    builder.store(MemorySize.B8, found, slot.layout().field(slot.marker()).offset(), 0);
    builder.jump(after);
    builder.switchTo(after);
  }

  @Override
  public Value find(ProgramScope scope, Value key, OpenBlock absent) {
    FunctionBuilder builder = scope.builder();
    return lookup(builder, keyInFrame(builder, key), absent, Likelihood.UNLIKELY);
  }

  @Override
  public void cancel(ProgramScope scope, Value key, OpenBlock done) {
    FunctionBuilder builder = scope.builder();
    builder.call(HelperCall.MAP_DELETE_ELEM, builder.mapAddress(map), keyInFrame(builder, key));
    builder.jump(done);
  }

  private static Value keyInFrame(FunctionBuilder builder, Value key) {
    Value buffer = builder.stackSlot(KEY_BYTES, KEY_BYTES);
    builder.store(MemorySize.B4, buffer, 0, key);
    return buffer;
  }

  private Value lookup(
      FunctionBuilder builder, Value keyBuffer, OpenBlock absent, Likelihood absence) {
    OpenBlock present = builder.newBlock("present");
    Value found = builder.call(HelperCall.MAP_LOOKUP_ELEM, builder.mapAddress(map), keyBuffer);
    builder.branch(JumpOp.EQ, found, 0, absent, present, absence);
    builder.switchTo(present);
    return found;
  }
}
