// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.catalog.interpreter;

import static dev.surefoot.catalog.isa.Register.R0;
import static dev.surefoot.catalog.isa.Register.R1;
import static dev.surefoot.catalog.isa.Register.R10;
import static dev.surefoot.catalog.isa.Register.R2;
import static dev.surefoot.catalog.isa.Register.R3;
import static dev.surefoot.catalog.isa.Register.R4;
import static dev.surefoot.catalog.isa.Register.R5;
import static dev.surefoot.catalog.isa.Register.R6;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.surefoot.catalog.asm.Assembler;
import dev.surefoot.catalog.asm.CoreAccess;
import dev.surefoot.catalog.asm.KernelStruct;
import dev.surefoot.catalog.asm.KernelStruct.Form;
import dev.surefoot.catalog.asm.KernelStruct.Member;
import dev.surefoot.catalog.asm.KernelStruct.MemberType;
import dev.surefoot.catalog.asm.Label;
import dev.surefoot.catalog.elf.ProgramDefinition;
import dev.surefoot.catalog.isa.AtomicOp;
import dev.surefoot.catalog.isa.Helper;
import dev.surefoot.catalog.isa.Instruction;
import dev.surefoot.catalog.isa.JumpOp;
import dev.surefoot.catalog.isa.MemorySize;
import dev.surefoot.catalog.isa.Width;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class BpfMachineTest {
  private final BpfMachine machine = new BpfMachine(List.of());

  @Test
  void loadsExtendAndStoresTruncate() {
    assertReturns(
        0xffff_fffeL,
        code -> code.store(MemorySize.B8, R10, -8, -2).load(MemorySize.B4, R0, R10, -8));
    assertReturns(
        -2, code -> code.store(MemorySize.B8, R10, -8, -2).loadSigned(MemorySize.B2, R0, R10, -8));
    assertReturns(
        0x1100,
        code ->
            code.store(MemorySize.B8, R10, -8, 0)
                .mov(R1, 0x2211)
                .store(MemorySize.B1, R10, -7, R1)
                .load(MemorySize.B8, R0, R10, -8));
    assertReturns(0x1122334455667788L, code -> code.loadImmediate64(R0, 0x1122334455667788L));
  }

  @Test
  void conditionalJumpsLoop() {
    assertReturns(
        45,
        code -> {
          Label loop = code.newLabel("loop");
          code.mov(R0, 0)
              .mov(R1, 0)
              .label(loop)
              .add(R0, R1)
              .add(R1, 1)
              .jumpIf(JumpOp.LT, R1, 10, loop);
        });
  }

  @Test
  void atomicsChangeMemoryAndFetchTheOldValue() {
    assertReturns(
        5 + 7 * 100,
        code ->
            code.store(MemorySize.B8, R10, -8, 5)
                .mov(R1, 2)
                .atomic(Width.W64, AtomicOp.ADD_FETCH, R10, -8, R1)
                .load(MemorySize.B8, R0, R10, -8)
                .mul(R0, 100)
                .add(R0, R1));
  }

  @Test
  void narrowFetchClearsTheUpperHalf() {
    assertReturns(
        0xffff_ffffL,
        code ->
            code.store(MemorySize.B8, R10, -8, -1)
                .loadImmediate64(R0, -1)
                .atomic(Width.W32, AtomicOp.XCHG, R10, -8, R0));
  }

  @Test
  void compareAndExchangeComparesTheWidth() {
    assertReturns(
        9,
        code ->
            code.store(MemorySize.B8, R10, -8, 5)
                .loadImmediate64(R0, 1L << 32 | 5)
                .mov(R1, 9)
                .atomic(Width.W32, AtomicOp.CMPXCHG, R10, -8, R1)
                .load(MemorySize.B8, R0, R10, -8));
    assertReturns(
        5,
        code ->
            code.store(MemorySize.B8, R10, -8, 5)
                .mov(R0, 4)
                .mov(R1, 9)
                .atomic(Width.W64, AtomicOp.CMPXCHG, R10, -8, R1)
                .load(MemorySize.B8, R0, R10, -8));
  }

  @Test
  void contextIsReadOnly() {
    ProgramDefinition read = program(code -> code.load(MemorySize.B8, R0, R1, 8));
    byte[] context = {0, 0, 0, 0, 0, 0, 0, 0, 42, 0, 0, 0, 0, 0, 0, 0};
    assertThat(machine.run(read, context, new ScriptedEnvironment()))
        .isEqualTo(new Outcome.Returned(42));
    assertFaults("the context, which is read-only", code -> code.store(MemorySize.B1, R1, 0, 1));
  }

  @Test
  void faultsNameInstructionAndReason() {
    assertThat(run(code -> code.mov(R0, 0).load(MemorySize.B8, R0, R10, -516)))
        .isEqualTo(
            new Outcome.Faulted(
                "test", 1, "load of 8 bytes at offset -4 of stack of test, which has 512 bytes"));
    assertFaults("which is no memory", code -> code.mov(R2, 0).load(MemorySize.B8, R0, R2, 0));
    assertFaults("R5 is read but holds nothing", code -> code.mov(R0, R5));
    assertFaults(
        "R1 is read but holds nothing", code -> code.callHelper(Helper.KTIME_GET_NS).mov(R0, R1));
    assertFaults(
        "not aligned",
        code -> code.mov(R1, 1).atomic(Width.W64, AtomicOp.ADD, R10, -9, R1).mov(R0, 0));
    assertFaults("no helper has number 999", code -> code.emit(new Instruction.CallHelper(999)));
    assertFaults("bpf_sk_release does not run here", code -> code.callHelper(Helper.SK_RELEASE));
    assertFaults("kernel functions do not run here", code -> code.callKfunc("bpf_iter_num_new"));
  }

  @Test
  void endlessLoopsFault() {
    machine.limitInstructions(100);
    assertFaults(
        "more than 100 instructions",
        code -> {
          Label loop = code.newLabel("loop");
          code.mov(R0, 0).label(loop).jump(loop);
        });
  }

  @Test
  void subprogramsHaveTheirOwnStackAndKeepTheCallersRegisters() {
    ProgramDefinition program =
        new ProgramDefinition(
            "syscall",
            new Assembler("main")
                .mov(R6, 100)
                .store(MemorySize.B8, R10, -8, 7)
                .mov(R1, R10)
                .add(R1, -8)
                .callFunction("twice")
                .add(R0, R6)
                .exit()
                .assemble(),
            List.of(
                new Assembler("twice")
                    .store(MemorySize.B8, R10, -8, 1)
                    .mov(R6, 0)
                    .load(MemorySize.B8, R0, R1, 0)
                    .add(R0, R0)
                    .exit()
                    .assemble()));
    assertThat(run(program)).isEqualTo(new Outcome.Returned(114));
    assertThat(machine.executedInstructions()).isEqualTo(12);
  }

  @Test
  void recursionIsBounded() {
    ProgramDefinition program =
        new ProgramDefinition(
            "syscall", new Assembler("main").callFunction("main").exit().assemble());
    assertThat(run(program)).isEqualTo(new Outcome.Faulted("main", 0, "more than 8 calls deep"));
  }

  @Test
  void loopHelperCallsBackUntilTold() {
    ProgramDefinition program =
        new ProgramDefinition(
            "syscall",
            new Assembler("main")
                .store(MemorySize.B8, R10, -8, 0)
                .mov(R1, 10)
                .loadFunctionAddress(R2, "body")
                .mov(R3, R10)
                .add(R3, -8)
                .mov(R4, 0)
                .callHelper(Helper.LOOP)
                .mul(R0, 1000)
                .load(MemorySize.B8, R1, R10, -8)
                .add(R0, R1)
                .exit()
                .assemble(),
            List.of(
                new Assembler("body")
                    .load(MemorySize.B8, R3, R2, 0)
                    .add(R3, R1)
                    .store(MemorySize.B8, R2, 0, R3)
                    .mov(R0, 0)
                    .ifThen(JumpOp.EQ, R1, 4, then -> then.mov(R0, 1))
                    .exit()
                    .assemble()));
    assertThat(run(program)).isEqualTo(new Outcome.Returned(5 * 1000 + 0 + 1 + 2 + 3 + 4));
  }

  @Test
  void kernelTypesAreAsDeclared() {
    KernelStruct inner =
        new KernelStruct(
            "inner",
            Form.STRUCT,
            List.of(
                new Member("a", new MemberType.Int(1, false)),
                new Member("b", new MemberType.Int(4, false))));
    KernelStruct outer =
        new KernelStruct(
            "outer",
            Form.STRUCT,
            List.of(
                new Member("first", new MemberType.Pointer()),
                new Member("inner", new MemberType.Embedded(inner))));
    assertReturns(12, code -> code.coreMov(R0, CoreAccess.offsetOf(outer, "inner", "b")));
    assertReturns(
        16, code -> code.coreMov(R0, new CoreAccess(CoreAccess.Kind.TYPE_SIZE, outer, List.of())));
    KernelMemory memory = new KernelMemory();
    long object = memory.add(new byte[16]);
    memory.set(object + 12, 4, 77);
    ProgramDefinition program =
        program(
            code ->
                code.callHelper(Helper.GET_CURRENT_TASK)
                    .coreLoad(
                        MemorySize.B4, false, R0, R0, CoreAccess.offsetOf(outer, "inner", "b")));
    assertThat(
            machine.run(program, new byte[0], new ScriptedEnvironment().withTask(object, memory)))
        .isEqualTo(new Outcome.Returned(77));
  }

  @Test
  void packetLoadsAreBigEndianAndEndTheProgramBeyondTheEnd() {
    Environment environment = new WithPacket(new byte[] {1, 2, 3});
    ProgramDefinition inside =
        program(code -> code.emit(new Instruction.LegacyPacketLoad(MemorySize.B2, null, 1)));
    assertThat(machine.run(inside, new byte[0], environment))
        .isEqualTo(new Outcome.Returned(0x0203));
    ProgramDefinition beyond =
        program(
            code ->
                code.mov(R2, 2)
                    .emit(new Instruction.LegacyPacketLoad(MemorySize.B2, R2, 0))
                    .mov(R0, 5));
    assertThat(machine.run(beyond, new byte[0], environment)).isEqualTo(new Outcome.Returned(0));
  }

  @Test
  void observerSeesEachInstructionAndCountsAddUp() {
    List<Integer> seen = new ArrayList<>();
    machine.observedBy((_, index, _, _) -> seen.add(index));
    ProgramDefinition program =
        program(code -> code.mov(R0, 1).ifThen(JumpOp.EQ, R0, 0, then -> then.mov(R0, 2)));
    run(program);
    run(program);
    assertThat(seen).containsExactly(0, 1, 3, 0, 1, 3);
    assertThat(machine.counts(program).getFirst().executions()).containsExactly(2L, 2L, 0L, 2L);
  }

  @Test
  void missingMapsAndFunctionsAreRefusedAtOnce() {
    assertThatThrownBy(() -> run(code -> code.loadMap(R1, "none").mov(R0, 0)))
        .hasMessage("no map none");
    assertThatThrownBy(() -> run(code -> code.callFunction("none")))
        .hasMessage("no function none in the program");
  }

  private void assertReturns(long expected, Consumer<Assembler> body) {
    assertThat(run(body)).isEqualTo(new Outcome.Returned(expected));
  }

  private void assertFaults(String reason, Consumer<Assembler> body) {
    assertThat(run(body))
        .isInstanceOfSatisfying(
            Outcome.Faulted.class, fault -> assertThat(fault.reason()).contains(reason));
  }

  private Outcome run(Consumer<Assembler> body) {
    return run(program(body));
  }

  private Outcome run(ProgramDefinition program) {
    return machine.run(program, new byte[16], new ScriptedEnvironment());
  }

  private static ProgramDefinition program(Consumer<Assembler> body) {
    Assembler code = new Assembler("test");
    body.accept(code);
    return new ProgramDefinition("syscall", code.exit().assemble());
  }

  /** A clock-less environment that only has a packet. */
  private static final class WithPacket implements Environment {
    private final byte[] bytes;

    WithPacket(byte[] bytes) {
      this.bytes = bytes;
    }

    @Override
    public Optional<byte[]> packet() {
      return Optional.of(bytes);
    }

    @Override
    public long clockNanos() {
      return 0;
    }

    @Override
    public long pidTgid() {
      return 0;
    }

    @Override
    public long uidGid() {
      return 0;
    }

    @Override
    public String comm() {
      return "";
    }

    @Override
    public int cpu() {
      return 0;
    }

    @Override
    public long cgroupId() {
      return 0;
    }

    @Override
    public long currentTask() {
      return 0;
    }

    @Override
    public int random() {
      return 0;
    }

    @Override
    public KernelMemory kernelMemory() {
      return new KernelMemory();
    }
  }
}
