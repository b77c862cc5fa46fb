// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.codegen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.surefoot.catalog.asm.CoreAccess;
import dev.surefoot.catalog.asm.FunctionPrinter;
import dev.surefoot.catalog.asm.KernelStruct;
import dev.surefoot.catalog.asm.LineMark;
import dev.surefoot.catalog.asm.Reference;
import dev.surefoot.catalog.asm.SourceLine;
import dev.surefoot.catalog.elf.MapDefinition;
import dev.surefoot.catalog.elf.MapType;
import dev.surefoot.catalog.isa.AluOp;
import dev.surefoot.catalog.isa.JumpOp;
import dev.surefoot.catalog.isa.MemorySize;
import dev.surefoot.compiler.ir.BpfFunction;
import dev.surefoot.compiler.ir.FunctionBuilder;
import dev.surefoot.compiler.ir.HelperCall;
import dev.surefoot.compiler.ir.Likelihood;
import dev.surefoot.compiler.ir.OpenBlock;
import dev.surefoot.compiler.ir.Type;
import dev.surefoot.compiler.ir.Value;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class GenerationTest {
  private static final MapDefinition DATA = MapDefinition.of("data", MapType.ARRAY, 4, 4096, 1, 0);
  private static final KernelStruct TASK =
      new KernelStruct(
          "task_struct",
          KernelStruct.Form.STRUCT,
          List.of(new KernelStruct.Member("pid", new KernelStruct.MemberType.Int(4, true))));

  @Test
  void constantsBecomeImmediates() {
    FunctionBuilder b = new FunctionBuilder("f");
    Value data = b.mapValue(DATA, 0);
    b.store(MemorySize.B4, data, 8, 0xffff_ffffL);
    b.store(MemorySize.B8, data, 16, -7);
    b.exit(b.alu(AluOp.AND, b.load(MemorySize.B8, data, 0), 0xffff_0000L));
    assertThat(code(b))
        .isEqualTo(
            """
            f:
               0: (18) r1 = map[data][0]+0
               2: (62) *(u32 *)(r1 +8) = -1
               3: (7a) *(u64 *)(r1 +16) = -7
               4: (79) r0 = *(u64 *)(r1 +0)
               5: (54) w0 &= -65536
               6: (95) exit
            """);
  }

  @Test
  void argumentsAndResultsStayInTheirRegisters() {
    FunctionBuilder b = new FunctionBuilder("f");
    Value slot = b.stackSlot(16, 8);
    b.exit(b.call(HelperCall.GET_CURRENT_COMM, slot, b.constant(16)));
    assertThat(code(b))
        .isEqualTo(
            """
            f:
               0: (bf) r1 = r10
               1: (07) r1 += -16
               2: (b7) r2 = 16
               3: (85) call bpf_get_current_comm#16
               4: (95) exit
            """);
  }

  @Test
  void membersAreLoadedThroughRelocations() {
    FunctionBuilder b = new FunctionBuilder("f");
    CoreAccess pid = CoreAccess.offsetOf(TASK, "pid");
    Value loaded = b.coreLoad(MemorySize.B4, false, b.currentTask(TASK), pid, Type.SCALAR);
    Value address = b.alu(AluOp.ADD, b.call(HelperCall.GET_CURRENT_TASK), b.coreOffset(pid));
    b.exit(b.alu(AluOp.ADD, loaded, address));
    GeneratedFunction generated = CodeGenerator.generate(b.finish()).orThrow();
    assertThat(generated.code().references())
        .containsExactly(new Reference.ToKernelType(1, pid), new Reference.ToKernelType(3, pid));
  }

  @Test
  void codeKnowsItsLines() {
    SourceLine select = new SourceLine(1, 1, "SELECT a");
    SourceLine from = new SourceLine(2, 1, "FROM t");
    FunctionBuilder b = new FunctionBuilder("f");
    Value x = b.at(from).parameter(0);
    b.at(select).exit(b.alu(AluOp.ADD, x, 1));
    assertThat(CodeGenerator.generate(b.finish()).orThrow().code().lines())
        .containsExactly(new LineMark(0, from), new LineMark(1, select));
  }

  @Test
  void unlikelyBlocksComeLast() {
    FunctionBuilder b = new FunctionBuilder("f");
    OpenBlock rare = b.newBlock("rare");
    OpenBlock end = b.newBlock("end");
    b.branch(JumpOp.EQ, b.parameter(0), 0, rare, end, Likelihood.UNLIKELY);
    b.switchTo(rare);
    b.store(MemorySize.B8, b.mapValue(DATA, 0), 0, 1);
    b.jump(end);
    b.switchTo(end).exit(0);
    assertThat(code(b))
        .isEqualTo(
            """
            f:
               0: (79) r1 = *(u64 *)(r1 +0)
               1: (15) if r1 == 0x0 goto pc+2
               2: (b7) r0 = 0
               3: (95) exit
               4: (18) r1 = map[data][0]+0
               6: (7a) *(u64 *)(r1 +0) = 1
               7: (05) goto pc-6
            """);
  }

  @Test
  void whatCanBeMadeAgainIsNotSpilled() {
    FunctionBuilder b = new FunctionBuilder("f");
    Value data = b.mapValue(DATA, 0);
    List<Value> held = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      held.add(b.load(MemorySize.B8, data, 8 * i));
    }
    b.call(HelperCall.KTIME_GET_NS);
    Value now = b.call(HelperCall.KTIME_GET_NS);
    held.add(b.load(MemorySize.B8, data, 64));
    b.exit(sum(b, now, held));
    GeneratedFunction generated = CodeGenerator.generate(b.finish()).orThrow();
    assertThat(generated.spills()).isZero();
    assertThat(generated.stackBytes()).isZero();
  }

  @Test
  void tooManyValuesAreSpilledToTheFrame() {
    GeneratedFunction generated = CodeGenerator.generate(holding(6)).orThrow();
    assertThat(generated.spills()).isEqualTo(2);
    assertThat(generated.stackBytes()).isEqualTo(16);
  }

  @Test
  void tooMuchStackIsSaid() {
    assertThat(CodeGenerator.generate(holding(70)))
        .isInstanceOfSatisfying(
            StackLimitExceeded.class, limit -> assertThat(limit.bytes()).isGreaterThan(512));
    assertThatThrownBy(() -> CodeGenerator.generate(holding(70)).orThrow())
        .hasMessageContaining("bytes of stack; the kernel gives 512");
  }

  @Test
  void verifierStepsCountEveryWay() {
    assertThat(CodeGenerator.generate(diamonds(10)).orThrow().verifierSteps())
        .isBetween(1L << 10, 1L << 15);
    assertThat(CodeGenerator.generate(diamonds(70)).orThrow().verifierSteps())
        .isEqualTo(Long.MAX_VALUE);
  }

  /** Values that live across a call, {@code count} of them. */
  private static BpfFunction holding(int count) {
    FunctionBuilder b = new FunctionBuilder("f");
    Value data = b.mapValue(DATA, 0);
    List<Value> held = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      held.add(b.load(MemorySize.B8, data, 8 * i));
    }
    b.exit(sum(b, b.call(HelperCall.KTIME_GET_NS), held));
    return b.finish();
  }

  private static BpfFunction diamonds(int count) {
    FunctionBuilder b = new FunctionBuilder("f");
    Value data = b.mapValue(DATA, 0);
    for (int i = 0; i < count; i++) {
      OpenBlock one = b.newBlock("one");
      OpenBlock join = b.newBlock("join");
      b.branch(JumpOp.EQ, b.load(MemorySize.B8, data, 8 * i), 0, one, join, Likelihood.EVEN);
      b.switchTo(one);
      b.store(MemorySize.B8, data, 8 * i, 1);
      b.jump(join);
      b.switchTo(join);
    }
    b.exit(0);
    return b.finish();
  }

  private static Value sum(FunctionBuilder b, Value start, List<Value> values) {
    Value result = start;
    for (Value value : values) {
      result = b.alu(AluOp.ADD, b.alu(AluOp.MUL, result, 31), value);
    }
    return result;
  }

  private static String code(FunctionBuilder b) {
    return FunctionPrinter.print(CodeGenerator.generate(b.finish()).orThrow().code());
  }
}
