// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.catalog.asm;

import static dev.surefoot.catalog.isa.JumpOp.EQ;
import static dev.surefoot.catalog.isa.JumpOp.NE;
import static dev.surefoot.catalog.isa.JumpOp.SET;
import static dev.surefoot.catalog.isa.Register.R0;
import static dev.surefoot.catalog.isa.Register.R1;
import static dev.surefoot.catalog.isa.Register.R10;
import static dev.surefoot.catalog.isa.Register.R2;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.surefoot.catalog.asm.KernelStruct.Form;
import dev.surefoot.catalog.golden.Golden;
import dev.surefoot.catalog.isa.AtomicOp;
import dev.surefoot.catalog.isa.Helper;
import dev.surefoot.catalog.isa.Instruction;
import dev.surefoot.catalog.isa.Instruction.JumpIf;
import dev.surefoot.catalog.isa.MemorySize;
import dev.surefoot.catalog.isa.Operand;
import dev.surefoot.catalog.isa.Width;
import java.util.List;
import org.junit.jupiter.api.Test;

class AssemblerTest {
  private static final KernelStruct TASK =
      new KernelStruct(
          "task_struct",
          Form.STRUCT,
          List.of(new KernelStruct.Member("pid", new KernelStruct.MemberType.Int(4, true))));

  @Test
  void blocksBecomeJumps() {
    AssembledFunction function =
        new Assembler("filter")
            .mov(R0, 0)
            .ifThen(EQ, R1, 0, Assembler::exit)
            .mov(R0, 1)
            .exit()
            .assemble();
    assertThat(function.instructions().get(1))
        .isEqualTo(new JumpIf(Width.W64, NE, R1, Operand.of(0), 1));
    assertThat(function.slots()).isEqualTo(5);
  }

  @Test
  void conditionWithoutInverseJumpsIntoTheBlock() {
    AssembledFunction function =
        new Assembler("filter")
            .mov(R0, 0)
            .ifThen(SET, R1, 4, then -> then.mov(R0, 1))
            .exit()
            .assemble();
    assertThat(FunctionPrinter.print(function))
        .contains("1: (45) if r1 & 0x4 goto pc+1", "2: (05) goto pc+1", "3: (b7) r0 = 1");
  }

  @Test
  void jumpsBackwardsAndOverTwoSlotLoads() {
    Assembler code = new Assembler("loop");
    Label start = code.newLabel("start");
    Label end = code.newLabel("end");
    AssembledFunction function =
        code.mov(R0, 0)
            .label(start)
            .jumpIf(EQ, R1, R2, end)
            .loadImmediate64(R0, 1L << 40)
            .add(R1, 1)
            .jump(start)
            .label(end)
            .exit()
            .assemble();
    assertThat(FunctionPrinter.print(function))
        .contains("1: (1d) if r1 == r2 goto pc+4", "5: (05) goto pc-5", "6: (95) exit");
  }

  @Test
  void printsNamesAndSourceLines() {
    AssembledFunction function =
        new Assembler("everything")
            .line(new SourceLine(1, 8, "SELECT pid"))
            .loadMap(R1, "rows")
            .loadMapValue(R2, "loss", 8)
            .loadFunctionAddress(R2, "callback")
            .line(new SourceLine(2, 1, "FROM system_calls"))
            .coreLoad(MemorySize.B4, false, R0, R1, CoreAccess.offsetOf(TASK, "pid"))
            .coreMov(R2, CoreAccess.offsetOf(TASK, "pid"))
            .coreAdd(R1, CoreAccess.offsetOf(TASK, "pid"))
            .callHelper(Helper.KTIME_GET_NS)
            .callFunction("callback")
            .callKfunc("bpf_task_release")
            .store(MemorySize.B8, R10, -8, R0)
            .atomic(Width.W64, AtomicOp.ADD, R10, -8, R0)
            .exit()
            .assemble();
    Golden.check("asm/everything", FunctionPrinter.print(function));
  }

  @Test
  void laterLineAtTheSamePlaceReplacesTheEarlier() {
    SourceLine second = new SourceLine(2, 1, "b");
    AssembledFunction function =
        new Assembler("lines")
            .line(new SourceLine(1, 1, "a"))
            .line(second)
            .mov(R0, 0)
            .line(second)
            .exit()
            .assemble();
    assertThat(function.lines()).containsExactly(new LineMark(0, second));
  }

  @Test
  void farBranchBecomesInvertedBranchOverLongJump() {
    AssembledFunction function = withDistance(NE, 40_000);
    assertThat(function.instructions().subList(0, 2))
        .containsExactly(
            new JumpIf(Width.W64, EQ, R1, Operand.of(0), 1), new Instruction.Jump(40_000));
    assertThat(function.references()).containsExactly(new Reference.ToMap(40_002, "rows"));
  }

  @Test
  void farBranchWithoutInverseTakesThreeSlots() {
    AssembledFunction function = withDistance(SET, 40_000);
    assertThat(function.instructions().subList(0, 3))
        .containsExactly(
            new JumpIf(Width.W64, SET, R1, Operand.of(0), 1),
            new Instruction.Jump(1),
            new Instruction.Jump(40_000));
  }

  @Test
  void branchesAtTheLimitStayNear() {
    assertThat(withDistance(NE, Short.MAX_VALUE).instructions().getFirst())
        .isEqualTo(new JumpIf(Width.W64, NE, R1, Operand.of(0), Short.MAX_VALUE));
    assertThat(withDistance(NE, Short.MAX_VALUE + 1).instructions().getFirst())
        .isEqualTo(new JumpIf(Width.W64, EQ, R1, Operand.of(0), 1));
  }

  @Test
  void wideningOneBranchWidensAnother() {
    Assembler code = new Assembler("two");
    Label far = code.newLabel("far");
    Label farther = code.newLabel("farther");
    code.jumpIf(EQ, R1, 0, far).jumpIf(EQ, R1, 1, farther);
    for (int i = 0; i < Short.MAX_VALUE - 1; i++) {
      code.mov(R0, 0);
    }
    code.label(far).mov(R0, 1).mov(R0, 2).label(farther).exit();
    List<Instruction> instructions = code.assemble().instructions();
    assertThat(instructions.subList(0, 4))
        .containsExactly(
            new JumpIf(Width.W64, NE, R1, Operand.of(0), 1),
            new Instruction.Jump(Short.MAX_VALUE + 1),
            new JumpIf(Width.W64, NE, R1, Operand.of(1), 1),
            new Instruction.Jump(Short.MAX_VALUE + 1));
  }

  @Test
  void unboundLabelIsNamed() {
    Assembler code = new Assembler("broken");
    code.mov(R0, 0).jump(code.newLabel("nowhere"));
    assertThatThrownBy(code::assemble)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("broken: item 1 jumps to label 'nowhere', which is not bound");
  }

  @Test
  void labelBoundTwiceIsNamed() {
    Assembler code = new Assembler("broken");
    Label twice = code.newLabel("twice");
    code.label(twice).mov(R0, 0);
    assertThatThrownBy(() -> code.label(twice))
        .hasMessage("broken: label 'twice' is bound to item 0 already, cannot be bound to item 1");
  }

  @Test
  void controlMustNotRunOffTheEnd() {
    assertThatThrownBy(() -> new Assembler("open").mov(R0, 0).assemble())
        .hasMessageContaining("open: control runs off the end behind item 0");
    assertThatThrownBy(() -> new Assembler("open").ifThen(EQ, R1, 0, Assembler::exit).assemble())
        .hasMessageContaining("bound behind the last instruction");
    assertThatThrownBy(() -> new Assembler("empty").assemble())
        .hasMessageContaining("runs off the end");
  }

  private static AssembledFunction withDistance(dev.surefoot.catalog.isa.JumpOp op, int slots) {
    Assembler code = new Assembler("distance");
    Label end = code.newLabel("end");
    code.jumpIf(op, R1, 0, end);
    for (int i = 0; i < slots; i++) {
      code.mov(R0, 0);
    }
    return code.label(end).loadMap(R1, "rows").exit().assemble();
  }
}
