// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.catalog.mvsf;

import static dev.surefoot.catalog.isa.MemorySize.B4;
import static dev.surefoot.catalog.isa.MemorySize.B8;
import static dev.surefoot.catalog.isa.Register.R0;
import static dev.surefoot.catalog.isa.Register.R1;
import static dev.surefoot.catalog.isa.Register.R2;
import static dev.surefoot.catalog.isa.Register.R3;
import static dev.surefoot.catalog.isa.Register.R7;
import static dev.surefoot.catalog.isa.Register.R8;
import static dev.surefoot.catalog.isa.Register.R9;

import dev.surefoot.catalog.asm.Assembler;
import dev.surefoot.catalog.bundle.KernelStream;
import dev.surefoot.catalog.bundle.Loss;
import dev.surefoot.catalog.isa.AtomicOp;
import dev.surefoot.catalog.isa.Helper;
import dev.surefoot.catalog.isa.JumpOp;
import dev.surefoot.catalog.isa.Width;
import dev.surefoot.catalog.layout.Field;
import dev.surefoot.catalog.layout.FieldType;
import dev.surefoot.catalog.layout.RecordLayout;
import dev.surefoot.catalog.schema.HookValue;
import java.util.BitSet;
import java.util.List;

/**
 * Code that numbers an event, reserves a record, fills it and submits it without waking the reader;
 * where the ring is full it counts the loss. The sequence number goes on in either case.
 *
 * @param cpuAreas number of CPU areas in the counting maps, a power of two
 * @param sequenceSlot which u64 of a CPU's sequence area is this program's
 */
record ShippingAssembler(
    Assembler code, ValueAssembler values, StepMarks marks, int cpuAreas, int sequenceSlot) {
  /** {@code BPF_RB_NO_WAKEUP}: the reader polls. */
  private static final int NO_WAKEUP = 1;

  private static final int AREA_SHIFT = Integer.numberOfTrailingZeros(Loss.AREA_BYTES);

  void ship(int stream, RecordLayout record, List<FilledField> fields) {
    marks.mark("sequence");
    cpuAddress(MvsfMaps.SEQUENCES, Long.BYTES * sequenceSlot);
    code.load(B8, R8, R2, 0).mov(R3, R8).add(R3, 1).store(B8, R2, 0, R3);
    marks.mark("reserve");
    code.loadMap(R1, KernelStream.RING_MAP)
        .mov(R2, record.bytes())
        .mov(R3, 0)
        .callHelper(Helper.RINGBUF_RESERVE)
        .ifThen(JumpOp.EQ, R0, 0, _ -> countLoss())
        .mov(R9, R0);
    header(stream, record);
    zeroGaps(record, fields);
    for (FilledField filled : fields) {
      marks.mark(filled.field().name());
      values.store(filled.value(), filled.field());
    }
    marks.mark("submit");
    code.mov(R1, R9).mov(R2, NO_WAKEUP).callHelper(Helper.RINGBUF_SUBMIT).mov(R0, 0).exit();
  }

  private void countLoss() {
    cpuAddress(KernelStream.LOSS_MAP, Long.BYTES * Loss.RING_FULL.ordinal());
    // Other programs on this CPU count here too and may preempt this one.
    code.mov(R3, 1).atomic(Width.W64, AtomicOp.ADD, R2, 0, R3).mov(R0, 0).exit();
  }

  private void header(int stream, RecordLayout record) {
    marks.mark("header");
    code.store(B4, R9, record.field(RecordHeader.STREAM).offset(), stream)
        .store(B4, R9, record.field(RecordHeader.CPU).offset(), R7)
        .store(B8, R9, record.field(RecordHeader.SEQUENCE).offset(), R8);
  }

  /** Zeroes what no value fills to its end: reserved memory holds old bytes. */
  private void zeroGaps(RecordLayout record, List<FilledField> fields) {
    BitSet filled = new BitSet();
    for (Field field : record.fields()) {
      if (field.type() instanceof FieldType.Int) {
        filled.set(field.offset(), field.end());
      }
    }
    for (FilledField field : fields) {
      // The helper that reads the current task's name pads it with zeros.
      if (field.value() instanceof HookValue.Comm) {
        filled.set(field.field().offset(), field.field().end());
      }
    }
    for (int word = 0; word < record.bytes(); word += Long.BYTES) {
      if (filled.nextClearBit(word) < word + Long.BYTES) {
        code.store(B8, R9, word, 0);
      }
    }
  }

  /** {@code R2 =} the address of a byte in this CPU's area; uses R1. */
  private void cpuAddress(String map, int offset) {
    code.mov(R1, R7)
        .and(R1, cpuAreas - 1)
        .lsh(R1, AREA_SHIFT)
        .loadMapValue(R2, map, offset)
        .add(R2, R1);
  }
}
