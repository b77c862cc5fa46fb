// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.codegen;

import dev.surefoot.catalog.elf.MapDefinition;
import dev.surefoot.catalog.elf.MapType;
import dev.surefoot.catalog.isa.AluOp;
import dev.surefoot.catalog.isa.JumpOp;
import dev.surefoot.catalog.isa.MemorySize;
import dev.surefoot.catalog.isa.Width;
import dev.surefoot.compiler.ir.BpfFunction;
import dev.surefoot.compiler.ir.FunctionBuilder;
import dev.surefoot.compiler.ir.HelperCall;
import dev.surefoot.compiler.ir.Likelihood;
import dev.surefoot.compiler.ir.OpenBlock;
import dev.surefoot.compiler.ir.Value;

/** Functions as the lowering of queries writes them; each has its equal in C beside it. */
final class SampleFunctions {
  static final MapDefinition SLOTS =
      MapDefinition.of("slots", MapType.ARRAY, 4, 32768 * 16, 1, MapDefinition.MMAPABLE);
  static final MapDefinition AREAS =
      MapDefinition.of("areas", MapType.ARRAY, 4, 4 * 16384, 1, MapDefinition.MMAPABLE);
  static final MapDefinition SPANS = MapDefinition.of("spans", MapType.HASH, 4, 16, 8192, 0);
  static final MapDefinition RING = MapDefinition.of("ring", MapType.RINGBUF, 0, 0, 1 << 20, 0);

  private SampleFunctions() {}

  /** Opens a span: the entry time and the number go into the slot of the thread. */
  static BpfFunction spanOpens() {
    FunctionBuilder b = new FunctionBuilder("span_opens");
    Value number = b.parameter(1);
    Value tid = b.zeroExtend(32, b.call(HelperCall.GET_CURRENT_PID_TGID));
    OpenBlock fast = b.newBlock("fast");
    OpenBlock slow = b.newBlock("slow");
    b.branch(JumpOp.GE, tid, 32768, slow, fast, Likelihood.UNLIKELY);
    b.switchTo(fast);
    Value slot = b.pointerAdd(b.mapValue(SLOTS, 0), b.alu(AluOp.MUL, tid, 16));
    b.store(MemorySize.B8, slot, 8, number);
    b.store(MemorySize.B8, slot, 0, b.call(HelperCall.KTIME_GET_NS));
    b.exit(0);
    b.switchTo(slow).exit(0);
    return b.finish();
  }

  /** Closes a span and updates a group's maximum in this CPU's area. */
  static BpfFunction spanCloses() {
    FunctionBuilder b = new FunctionBuilder("span_closes");
    OpenBlock fast = b.newBlock("fast");
    OpenBlock open = b.newBlock("open");
    OpenBlock current = b.newBlock("current");
    OpenBlock sameWindow = b.newBlock("same_window");
    OpenBlock hit = b.newBlock("hit");
    OpenBlock larger = b.newBlock("larger");
    OpenBlock miss = b.newBlock("miss");
    OpenBlock roll = b.newBlock("roll");
    OpenBlock end = b.newBlock("end");

    Value ids = b.call(HelperCall.GET_CURRENT_PID_TGID);
    Value tid = b.zeroExtend(32, ids);
    Value pid = b.alu(AluOp.RSH, ids, 32);
    b.branch(JumpOp.GE, tid, 32768, end, fast, Likelihood.UNLIKELY);

    b.switchTo(fast);
    Value slot = b.pointerAdd(b.mapValue(SLOTS, 0), b.alu(AluOp.MUL, tid, 16));
    Value opened = b.load(MemorySize.B8, slot, 0);
    b.branch(JumpOp.EQ, opened, 0, end, open, Likelihood.UNLIKELY);

    b.switchTo(open);
    b.store(MemorySize.B8, slot, 0, 0);
    Value now = b.call(HelperCall.KTIME_GET_NS);
    Value number = b.load(MemorySize.B8, slot, 8);
    Value latency = b.alu(AluOp.SUB, now, opened);
    Value cpu = b.alu(AluOp.AND, b.call(HelperCall.GET_SMP_PROCESSOR_ID), 3);
    Value area = b.pointerAdd(b.mapValue(AREAS, 0), b.alu(AluOp.MUL, cpu, 16384));
    Value windowEnd = b.load(MemorySize.B8, area, 8);
    b.branch(JumpOp.GE, Width.W64, now, windowEnd, roll, current, Likelihood.UNLIKELY);

    b.switchTo(current);
    Value mixed = b.alu(AluOp.XOR, b.alu(AluOp.MUL, pid, 40503), number);
    Value index = b.alu(AluOp.AND, mixed, 255);
    Value group = b.pointerAdd(b.pointerAdd(area, 64), b.alu(AluOp.MUL, index, 32));
    Value key = b.alu(AluOp.OR, b.alu(AluOp.LSH, pid, 32), number);
    Value window = b.load(MemorySize.B8, area, 0);
    Value groupWindow = b.load(MemorySize.B8, group, 0);
    b.branch(JumpOp.NE, Width.W64, groupWindow, window, miss, sameWindow, Likelihood.UNLIKELY);
    b.switchTo(sameWindow);
    Value groupKey = b.load(MemorySize.B8, group, 8);
    b.branch(JumpOp.NE, Width.W64, groupKey, key, miss, hit, Likelihood.UNLIKELY);
    b.switchTo(hit);
    Value max = b.load(MemorySize.B8, group, 16);
    b.branch(JumpOp.GT, Width.W64, latency, max, larger, end, Likelihood.UNLIKELY);
    b.switchTo(larger);
    b.store(MemorySize.B8, group, 16, latency);
    b.jump(end);

    b.switchTo(miss);
    b.store(MemorySize.B8, group, 0, window);
    b.store(MemorySize.B8, group, 8, key);
    b.store(MemorySize.B8, group, 16, latency);
    b.jump(end);

    b.switchTo(roll);
    b.store(MemorySize.B8, area, 8, b.alu(AluOp.ADD, now, 1_000_000_000L));
    b.store(MemorySize.B8, area, 0, now);
    b.jump(end);

    b.switchTo(end).exit(0);
    return b.finish();
  }

  /** Closes a span kept in a hash and ships a row. */
  static BpfFunction rowIsShipped() {
    FunctionBuilder b = new FunctionBuilder("row_is_shipped");
    OpenBlock found = b.newBlock("found");
    OpenBlock reserved = b.newBlock("reserved");
    OpenBlock end = b.newBlock("end");
    Value ids = b.call(HelperCall.GET_CURRENT_PID_TGID);
    Value key = b.stackSlot(4, 4);
    b.store(MemorySize.B4, key, 0, ids);
    Value span = b.call(HelperCall.MAP_LOOKUP_ELEM, b.mapAddress(SPANS), key);
    b.branch(JumpOp.EQ, span, 0, end, found, Likelihood.UNLIKELY);
    b.switchTo(found);
    Value record =
        b.call(HelperCall.RINGBUF_RESERVE, b.mapAddress(RING), b.constant(32), b.constant(0));
    b.branch(JumpOp.EQ, record, 0, end, reserved, Likelihood.UNLIKELY);
    b.switchTo(reserved);
    b.store(MemorySize.B8, record, 0, b.load(MemorySize.B8, span, 0));
    b.store(MemorySize.B8, record, 8, b.load(MemorySize.B8, span, 8));
    b.store(MemorySize.B8, record, 16, b.call(HelperCall.KTIME_GET_NS));
    b.store(MemorySize.B8, record, 24, b.alu(AluOp.RSH, ids, 32));
    b.call(HelperCall.RINGBUF_SUBMIT, record, b.constant(0));
    b.call(HelperCall.MAP_DELETE_ELEM, b.mapAddress(SPANS), key);
    b.jump(end);
    b.switchTo(end).exit(0);
    return b.finish();
  }
}
