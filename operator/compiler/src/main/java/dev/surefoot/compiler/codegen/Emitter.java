// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.codegen;

import static dev.surefoot.compiler.codegen.MachineRegisters.machine;

import dev.surefoot.catalog.asm.AssembledFunction;
import dev.surefoot.catalog.asm.Assembler;
import dev.surefoot.catalog.asm.CoreAccess;
import dev.surefoot.catalog.asm.Label;
import dev.surefoot.catalog.isa.AluOp;
import dev.surefoot.catalog.isa.AtomicOp;
import dev.surefoot.catalog.isa.Instruction;
import dev.surefoot.catalog.isa.JumpOp;
import dev.surefoot.catalog.isa.MemorySize;
import dev.surefoot.catalog.isa.Operand;
import dev.surefoot.catalog.isa.Register;
import dev.surefoot.catalog.isa.Width;
import dev.surefoot.compiler.ir.BlockLabel;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Writes machine instructions, whose registers are the machine's, through the assembler. */
final class Emitter {
  private static final long LOW_HALF = 0xffff_ffffL;

  private final Assembler assembler;
  private final Map<BlockLabel, Label> labels = new HashMap<>();

  private Emitter(String name) {
    assembler = new Assembler(name);
  }

  static AssembledFunction emit(MachineFunction function) {
    Emitter emitter = new Emitter(function.name());
    for (int i = 0; i < function.blocks().size(); i++) {
      boolean last = i + 1 == function.blocks().size();
      BlockLabel next = last ? new BlockLabel("") : function.blocks().get(i + 1).label();
      emitter.block(function.blocks().get(i), next);
    }
    return emitter.assembler.assemble();
  }

  private void block(MachineBlock block, BlockLabel next) {
    assembler.label(label(block.label()));
    for (MachineLine line : block.lines()) {
      line.line().ifPresent(assembler::line);
      switch (line.instruction()) {
        case MachineInstruction.Jump(BlockLabel target) -> jump(target, next);
        case MachineInstruction.JumpIf jump -> jumpIf(jump, next);
        default -> instruction(line.instruction());
      }
    }
  }

  private void instruction(MachineInstruction instruction) {
    switch (instruction) {
      case MachineInstruction.Move(int dst, int src) -> assembler.mov(machine(dst), machine(src));
      case MachineInstruction.Materialize(int dst, Origin origin) ->
          materialize(machine(dst), origin);
      case MachineInstruction.Truncate(int dst, int src) ->
          assembler.mov32(machine(dst), machine(src));
      case MachineInstruction.Alu(Width width, AluOp op, int dst, Source src) ->
          assembler.alu(width, op, machine(dst), operand(src));
      case MachineInstruction.AddCore(int dst, CoreAccess access) ->
          assembler.coreAdd(machine(dst), access);
      case MachineInstruction.Swap(var order, int bits, int dst) ->
          assembler.emit(new Instruction.ByteSwap(order, bits, machine(dst)));
      case MachineInstruction.Load(
              MemorySize size,
              int dst,
              int base,
              int offset,
              Optional<CoreAccess> access) -> {
        if (access.isPresent()) {
          assembler.coreLoad(size, false, machine(dst), machine(base), access.get());
        } else {
          assembler.load(size, machine(dst), machine(base), offset);
        }
      }
      case MachineInstruction.Store(MemorySize size, int base, int offset, Source src) ->
          assembler.emit(new Instruction.Store(size, machine(base), offset, operand(src)));
      case MachineInstruction.AtomicAdd(Width width, int base, int offset, int src) ->
          assembler.atomic(width, AtomicOp.ADD, machine(base), offset, machine(src));
      case MachineInstruction.Call(var helper) ->
          assembler.emit(new Instruction.CallHelper(helper.id()));
      case MachineInstruction.Exit _ -> assembler.exit();
      case MachineInstruction.Jump _, MachineInstruction.JumpIf _ ->
          throw new IllegalStateException("a jump stands only at the end of a block");
    }
  }

  private void materialize(Register dst, Origin origin) {
    switch (origin) {
      case Origin.Constant number when number.fitsImmediate() ->
          assembler.mov(dst, (int) number.value());
      case Origin.Constant(long value) when (value & LOW_HALF) == value ->
          assembler.mov32(dst, (int) value);
      case Origin.Constant(long value) -> assembler.loadImmediate64(dst, value);
      case Origin.MapAddress(String map) -> assembler.loadMap(dst, map);
      case Origin.MapValueAddress(String map, int offset) ->
          assembler.loadMapValue(dst, map, offset);
      case Origin.FrameAddress(int offset) -> assembler.mov(dst, Register.R10).add(dst, offset);
      case Origin.Core(CoreAccess access) -> assembler.coreMov(dst, access);
    }
  }

  private void jump(BlockLabel target, BlockLabel next) {
    if (!target.equals(next)) {
      assembler.jump(label(target));
    }
  }

  private void jumpIf(MachineInstruction.JumpIf jump, BlockLabel next) {
    Optional<JumpOp> inverse = jump.op().inverse();
    boolean invert =
        inverse.isPresent()
            && !jump.ifFalse().equals(next)
            && (jump.ifTrue().equals(next) || jump.probability() < 0.5);
    JumpOp op = invert ? inverse.get() : jump.op();
    BlockLabel taken = invert ? jump.ifFalse() : jump.ifTrue();
    BlockLabel through = invert ? jump.ifTrue() : jump.ifFalse();
    assembler.jumpIf(jump.width(), op, machine(jump.left()), operand(jump.right()), label(taken));
    jump(through, next);
  }

  private Label label(BlockLabel name) {
    return labels.computeIfAbsent(name, n -> assembler.newLabel(n.name()));
  }

  private static Operand operand(Source source) {
    return switch (source) {
      case Source.Reg(int register) -> Operand.of(machine(register));
      case Source.Imm(int value) -> Operand.of(value);
    };
  }
}
