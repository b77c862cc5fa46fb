// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.ir.check;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.surefoot.catalog.asm.CoreAccess;
import dev.surefoot.catalog.asm.KernelStruct;
import dev.surefoot.catalog.elf.MapDefinition;
import dev.surefoot.catalog.elf.MapType;
import dev.surefoot.catalog.isa.AluOp;
import dev.surefoot.catalog.isa.JumpOp;
import dev.surefoot.catalog.isa.MemorySize;
import dev.surefoot.catalog.isa.Width;
import dev.surefoot.compiler.ir.FunctionBuilder;
import dev.surefoot.compiler.ir.HelperCall;
import dev.surefoot.compiler.ir.Likelihood;
import dev.surefoot.compiler.ir.OpenBlock;
import dev.surefoot.compiler.ir.Type;
import dev.surefoot.compiler.ir.Value;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

final class TypeCheckerTest {
  private static final MapDefinition DATA = MapDefinition.of("data", MapType.ARRAY, 4, 64, 1, 0);
  private static final MapDefinition HASH = MapDefinition.of("hash", MapType.HASH, 8, 16, 64, 0);
  private static final MapDefinition RING =
      MapDefinition.of("ring", MapType.RINGBUF, 0, 0, 4096, 0);
  private static final KernelStruct TASK =
      new KernelStruct(
          "task_struct",
          KernelStruct.Form.STRUCT,
          List.of(new KernelStruct.Member("pid", new KernelStruct.MemberType.Int(4, true))));

  @Test
  void accessesStayInTheirMemory() {
    accepts(b -> b.load(MemorySize.B8, b.mapValue(DATA, 0), 56));
    refuses(
        b -> b.load(MemorySize.B8, b.mapValue(DATA, 0), 57),
        "bytes 57 to 65 of value of data, which has 64");
    refuses(b -> b.load(MemorySize.B1, b.mapValue(DATA, 8), -9), "bytes -1 to 0");
    refuses(b -> b.mapValue(DATA, 64), "the value has 64 bytes");
  }

  @Test
  void variableOffsetsNeedBounds() {
    accepts(b -> b.load(MemorySize.B8, b.pointerAdd(b.mapValue(DATA, 0), masked(b, 56)), 0));
    refuses(
        b -> b.load(MemorySize.B8, b.pointerAdd(b.mapValue(DATA, 0), masked(b, 63)), 0),
        "bytes 0 to 71");
    refuses(
        b -> b.load(MemorySize.B8, b.pointerAdd(b.mapValue(DATA, 0), b.parameter(0)), 0),
        "no offset beyond 536870912");
  }

  @Test
  void branchesBoundWhatTheyCompare() {
    accepts(b -> guardedLoad(b, 57));
    refuses(b -> guardedLoad(b, 58), "bytes 0 to 65");
  }

  @Test
  void whatWasComputedBeforeTheBranchStaysUnbounded() {
    refuses(
        b -> {
          Value x = b.parameter(0);
          Value scaled = b.alu(AluOp.MUL, x, 8);
          OpenBlock small = b.newBlock("small");
          OpenBlock end = b.newBlock("end");
          b.branch(JumpOp.LT, x, 7, small, end, Likelihood.LIKELY);
          b.switchTo(small);
          b.load(MemorySize.B8, b.pointerAdd(b.mapValue(DATA, 0), scaled), 0);
          b.jump(end);
          b.switchTo(end);
        },
        "no offset beyond");
  }

  @Test
  void nullIsExcludedBeforeUse() {
    refuses(b -> b.load(MemorySize.B8, lookup(b), 0), "may be null here");
    accepts(
        b -> {
          Value found = lookup(b);
          OpenBlock hit = b.newBlock("hit");
          OpenBlock end = b.newBlock("end");
          b.branch(JumpOp.NE, found, 0, hit, end, Likelihood.LIKELY);
          b.switchTo(hit);
          b.load(MemorySize.B8, found, 8);
          b.jump(end);
          b.switchTo(end);
        });
    refuses(
        b -> {
          Value found = lookup(b);
          OpenBlock miss = b.newBlock("miss");
          OpenBlock end = b.newBlock("end");
          b.branch(JumpOp.EQ, found, 0, miss, end, Likelihood.UNLIKELY);
          b.switchTo(miss);
          b.load(MemorySize.B8, found, 8);
          b.jump(end);
          b.switchTo(end);
        },
        "may be null here");
  }

  @Test
  void recordsAreReleasedOnceOnEveryWay() {
    accepts(b -> reserve(b, record -> b.call(HelperCall.RINGBUF_SUBMIT, record, b.constant(0))));
    refuses(b -> reserve(b, _ -> {}), "is entered with");
    refuses(
        b ->
            reserve(
                b,
                record -> {
                  b.call(HelperCall.RINGBUF_SUBMIT, record, b.constant(0));
                  b.call(HelperCall.RINGBUF_DISCARD, record, b.constant(0));
                }),
        "is held no more");
    refuses(
        b ->
            reserve(
                b,
                record -> {
                  b.call(HelperCall.RINGBUF_SUBMIT, record, b.constant(0));
                  b.store(MemorySize.B8, record, 0, 1);
                }),
        "is held no more");
    refuses(b -> reserve(b, _ -> b.exit(0)), "is still held");
  }

  @Test
  void frameIsWrittenBeforeItIsRead() {
    refuses(b -> b.load(MemorySize.B8, b.stackSlot(8, 8), 0), "byte 0 of frame#0");
    refuses(
        b -> {
          Value key = b.stackSlot(8, 8);
          b.store(MemorySize.B4, key, 0, 1);
          b.call(HelperCall.MAP_LOOKUP_ELEM, b.mapAddress(HASH), key);
        },
        "byte 4 of frame#0");
    accepts(
        b -> {
          Value text = b.stackSlot(16, 8);
          b.call(HelperCall.GET_CURRENT_COMM, text, b.constant(16));
          b.load(MemorySize.B8, text, 8);
        });
    refuses(
        b -> {
          Value slot = b.stackSlot(8, 8);
          OpenBlock one = b.newBlock("one");
          OpenBlock end = b.newBlock("end");
          b.branch(JumpOp.EQ, b.parameter(0), 0, one, end, Likelihood.EVEN);
          b.switchTo(one);
          b.store(MemorySize.B8, slot, 0, 1);
          b.jump(end);
          b.switchTo(end);
          b.load(MemorySize.B8, slot, 0);
        },
        "may not have been written");
  }

  @Test
  void frameIsAccessedAligned() {
    refuses(b -> b.store(MemorySize.B8, b.stackSlot(16, 8), 4, 1), "not aligned to 8 bytes");
    refuses(b -> b.store(MemorySize.B8, b.stackSlot(8, 4), 0, 1), "aligned to 4 bytes only");
    refuses(
        b -> b.atomicAdd(MemorySize.B8, b.mapValue(DATA, 4), 0, b.parameter(0)),
        "not aligned to 8 bytes");
  }

  @Test
  void pointersAreNoNumbers() {
    refuses(b -> b.alu(AluOp.ADD, b.mapValue(DATA, 0), 8), "no scalar");
    refuses(b -> b.pointerAdd(b.context(), 8), "no memory");
    refuses(b -> b.exit(b.context()), "the program's result is context");
    refuses(b -> b.load(MemorySize.B4, b.context(), 0), "words of 8 bytes");
    refuses(
        b -> {
          OpenBlock end = b.newBlock("end");
          b.branch(
              JumpOp.LT,
              Width.W64,
              b.mapValue(DATA, 0),
              b.mapValue(DATA, 8),
              end,
              end,
              Likelihood.EVEN);
          b.switchTo(end);
        },
        "compared with 0 only");
  }

  @Test
  void helpersGetWhatTheyTake() {
    refuses(
        b -> b.call(HelperCall.MAP_DELETE_ELEM, b.mapAddress(HASH), b.parameter(0)), "no memory");
    refuses(
        b -> b.call(HelperCall.GET_CURRENT_COMM, b.stackSlot(8, 8), b.constant(16)),
        "bytes 0 to 16 of frame#0, which has 8");
    refuses(
        b -> b.call(HelperCall.GET_CURRENT_COMM, b.stackSlot(16, 8), b.parameter(0)), "bytes 0 to");
    refuses(
        b -> b.call(HelperCall.TASK_STORAGE_DELETE, b.mapAddress(HASH), b.parameter(0)),
        "no kernel object");
    accepts(b -> b.call(HelperCall.TASK_STORAGE_DELETE, b.mapAddress(HASH), b.currentTask(TASK)));
  }

  @Test
  void membersAreReadFromTheirStruct() {
    CoreAccess pid = CoreAccess.offsetOf(TASK, "pid");
    accepts(b -> b.coreLoad(MemorySize.B4, true, b.currentTask(TASK), pid, Type.SCALAR));
    refuses(
        b -> b.coreLoad(MemorySize.B4, true, b.parameter(0), pid, Type.SCALAR),
        "no pointer to task_struct");
  }

  @Test
  void valuesAreDefinedOnEveryWay() {
    refuses(
        b -> {
          OpenBlock one = b.newBlock("one");
          OpenBlock end = b.newBlock("end");
          b.branch(JumpOp.EQ, b.parameter(0), 0, one, end, Likelihood.EVEN);
          b.switchTo(one);
          Value inside = b.constant(1);
          b.jump(end);
          b.switchTo(end);
          b.exit(inside);
        },
        "is not defined on every way here");
  }

  @Test
  void edgesFitAndLoopsAreRefused() {
    refuses(
        b -> {
          OpenBlock end = b.newBlock("end");
          end.parameter();
          b.jump(end);
          b.switchTo(end);
        },
        "0 arguments for 1 parameters");
    refuses(
        b -> {
          OpenBlock again = b.newBlock("again");
          b.jump(again);
          b.switchTo(again);
          b.jump(again);
        },
        "loops are not taken");
  }

  private static void accepts(Consumer<FunctionBuilder> body) {
    assertThatCode(() -> check(body)).doesNotThrowAnyException();
  }

  private static void refuses(Consumer<FunctionBuilder> body, String reason) {
    assertThatThrownBy(() -> check(body))
        .isInstanceOf(IllTypedException.class)
        .hasMessageStartingWith("f: ")
        .hasMessageContaining(reason);
  }

  private static void check(Consumer<FunctionBuilder> body) {
    FunctionBuilder b = new FunctionBuilder("f");
    body.accept(b);
    if (!b.currentBlock().isClosed()) {
      b.exit(0);
    }
    TypeChecker.check(b.finish());
  }

  private static Value masked(FunctionBuilder b, long mask) {
    return b.alu(AluOp.AND, b.parameter(0), mask);
  }

  private static Value lookup(FunctionBuilder b) {
    Value key = b.stackSlot(8, 8);
    b.store(MemorySize.B8, key, 0, 1);
    return b.call(HelperCall.MAP_LOOKUP_ELEM, b.mapAddress(HASH), key);
  }

  private static void guardedLoad(FunctionBuilder b, long limit) {
    Value x = b.parameter(0);
    OpenBlock small = b.newBlock("small");
    OpenBlock end = b.newBlock("end");
    b.branch(JumpOp.LT, x, limit, small, end, Likelihood.LIKELY);
    b.switchTo(small);
    b.load(MemorySize.B8, b.pointerAdd(b.mapValue(DATA, 0), x), 0);
    b.jump(end);
    b.switchTo(end);
  }

  private static void reserve(FunctionBuilder b, Consumer<Value> use) {
    Value record =
        b.call(HelperCall.RINGBUF_RESERVE, b.mapAddress(RING), b.constant(16), b.constant(0));
    OpenBlock full = b.newBlock("full");
    OpenBlock reserved = b.newBlock("reserved");
    OpenBlock end = b.newBlock("end");
    b.branch(JumpOp.EQ, record, 0, full, reserved, Likelihood.UNLIKELY);
    b.switchTo(full).jump(end);
    b.switchTo(reserved);
    use.accept(record);
    if (!b.currentBlock().isClosed()) {
      b.jump(end);
    }
    b.switchTo(end);
  }
}
