// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.lower;

import dev.surefoot.catalog.bundle.KernelStream;
import dev.surefoot.catalog.bundle.Loss;
import dev.surefoot.catalog.elf.MapDefinition;
import dev.surefoot.catalog.elf.MapType;
import dev.surefoot.catalog.isa.JumpOp;
import dev.surefoot.compiler.ir.FunctionBuilder;
import dev.surefoot.compiler.ir.HelperCall;
import dev.surefoot.compiler.ir.Likelihood;
import dev.surefoot.compiler.ir.OpenBlock;
import dev.surefoot.compiler.ir.Value;
import java.util.function.Consumer;

/** The ring buffer that all streams share. User space polls it, so that nothing wakes it up. */
record RingBuffer(MapDefinition map) {
  /** {@code BPF_RB_NO_WAKEUP}: a wake-up for each record costs more than the record. */
  private static final int NO_WAKEUP = 1;

  static RingBuffer ofBytes(int bytes) {
    return new RingBuffer(MapDefinition.of(KernelStream.RING_MAP, MapType.RINGBUF, 0, 0, bytes, 0));
  }

  /**
   * Reserves a record, fills it and submits it; where there is no room, counts a loss. Ends the
   * block by going to {@code done}.
   */
  void ship(ProgramScope scope, int bytes, Loss loss, Consumer<Value> fill, OpenBlock done) {
    FunctionBuilder builder = scope.builder();
    OpenBlock full = builder.newBlock("ring_full");
    OpenBlock room = builder.newBlock("room");
    Value record =
        builder.call(
            HelperCall.RINGBUF_RESERVE,
            builder.mapAddress(map),
            builder.constant(bytes),
            builder.constant(0));
    builder.branch(JumpOp.EQ, record, 0, full, room, Likelihood.UNLIKELY);

    builder.switchTo(room);
    fill.accept(record);
    builder.call(HelperCall.RINGBUF_SUBMIT, record, builder.constant(NO_WAKEUP));
    builder.jump(done);

    builder.switchTo(full);
    scope.losses().count(loss, 1);
    builder.jump(done);
  }

  /** Ships memory as one record; where there is no room, counts as many rows lost. */
  void shipCopy(ProgramScope scope, Value memory, int bytes, int rows) {
    FunctionBuilder builder = scope.builder();
    Value refused =
        builder.call(
            HelperCall.RINGBUF_OUTPUT,
            builder.mapAddress(map),
            memory,
            builder.constant(bytes),
            builder.constant(NO_WAKEUP));
    OpenBlock full = builder.newBlock("ring_full");
    OpenBlock shipped = builder.newBlock("shipped");
    builder.branch(JumpOp.NE, refused, 0, full, shipped, Likelihood.UNLIKELY);
    builder.switchTo(full);
    scope.losses().count(Loss.RING_FULL, rows);
    builder.jump(shipped);
    builder.switchTo(shipped);
  }
}
