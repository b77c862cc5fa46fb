// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.codegen;

import dev.surefoot.catalog.asm.CoreAccess;
import dev.surefoot.catalog.isa.AluOp;
import dev.surefoot.catalog.isa.Instruction.ByteSwap.Order;
import dev.surefoot.catalog.isa.JumpOp;
import dev.surefoot.catalog.isa.MemorySize;
import dev.surefoot.catalog.isa.Width;
import dev.surefoot.compiler.ir.BlockLabel;
import dev.surefoot.compiler.ir.HelperCall;
import java.util.List;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/** An instruction over registers that may be virtual. Jumps stand only at the end of a block. */
sealed interface MachineInstruction {
  /** {@code dst = src}. */
  record Move(int dst, int src) implements MachineInstruction {}

  /** {@code dst = origin}. */
  record Materialize(int dst, Origin origin) implements MachineInstruction {}

  /** {@code dst = low 32 bits of src}. */
  record Truncate(int dst, int src) implements MachineInstruction {}

  /** {@code dst = dst op src}; NEG takes the immediate 0. */
  record Alu(Width width, AluOp op, int dst, Source src) implements MachineInstruction {}

  /** {@code dst = dst + what the loader finds}. */
  record AddCore(int dst, CoreAccess access) implements MachineInstruction {}

  /** {@code dst} in another byte order. */
  record Swap(Order order, int bits, int dst) implements MachineInstruction {}

  /** {@code dst = *(size *)(base + offset)}; {@code access} replaces the offset at load. */
  record Load(MemorySize size, int dst, int base, int offset, Optional<CoreAccess> access)
      implements MachineInstruction {}

  /** {@code *(size *)(base + offset) = src}. */
  record Store(MemorySize size, int base, int offset, Source src) implements MachineInstruction {}

  /** {@code *(base + offset) += src}, atomically. */
  record AtomicAdd(Width width, int base, int offset, int src) implements MachineInstruction {}

  /** Call with arguments in R1 and on. */
  record Call(HelperCall helper) implements MachineInstruction {}

  /** Go on there. */
  record Jump(BlockLabel target) implements MachineInstruction {}

  /** Go one of two ways; {@code probability} is that of the condition. */
  record JumpIf(
      Width width,
      JumpOp op,
      int left,
      Source right,
      BlockLabel ifTrue,
      BlockLabel ifFalse,
      double probability)
      implements MachineInstruction {
    JumpIf to(BlockLabel newTrue, BlockLabel newFalse) {
      return new JumpIf(width, op, left, right, newTrue, newFalse, probability);
    }
  }

  /** Return R0. */
  record Exit() implements MachineInstruction {}

  /** Registers read. */
  default IntStream uses() {
    return switch (this) {
      case Move(_, int src) -> IntStream.of(src);
      case Truncate(_, int src) -> IntStream.of(src);
      case Alu(_, _, int dst, Source src) -> IntStream.concat(IntStream.of(dst), register(src));
      case AddCore(int dst, _) -> IntStream.of(dst);
      case Swap(_, _, int dst) -> IntStream.of(dst);
      case Load(_, _, int base, _, _) -> IntStream.of(base);
      case Store(_, int base, _, Source src) -> IntStream.concat(IntStream.of(base), register(src));
      case AtomicAdd(_, int base, _, int src) -> IntStream.of(base, src);
      case Call(HelperCall helper) -> IntStream.rangeClosed(1, helper.arguments().size());
      case JumpIf(_, _, int left, Source right, _, _, _) ->
          IntStream.concat(IntStream.of(left), register(right));
      case Exit _ -> IntStream.of(MachineRegisters.RESULT);
      case Materialize _, Jump _ -> IntStream.empty();
    };
  }

  /** Registers written or, by a call, lost. */
  default IntStream definitions() {
    return switch (this) {
      case Move(int dst, _) -> IntStream.of(dst);
      case Materialize(int dst, _) -> IntStream.of(dst);
      case Truncate(int dst, _) -> IntStream.of(dst);
      case Alu(_, _, int dst, _) -> IntStream.of(dst);
      case AddCore(int dst, _) -> IntStream.of(dst);
      case Swap(_, _, int dst) -> IntStream.of(dst);
      case Load(_, int dst, _, _, _) -> IntStream.of(dst);
      case Call _ -> IntStream.rangeClosed(0, MachineRegisters.LAST_ARGUMENT);
      case Store _, AtomicAdd _, Jump _, JumpIf _, Exit _ -> IntStream.empty();
    };
  }

  /** The same instruction with other registers; one that is read and written has one name. */
  default MachineInstruction rename(IntUnaryOperator name) {
    return switch (this) {
      case Move(int dst, int src) -> new Move(name.applyAsInt(dst), name.applyAsInt(src));
      case Materialize(int dst, Origin origin) -> new Materialize(name.applyAsInt(dst), origin);
      case Truncate(int dst, int src) -> new Truncate(name.applyAsInt(dst), name.applyAsInt(src));
      case Alu(Width width, AluOp op, int dst, Source src) ->
          new Alu(width, op, name.applyAsInt(dst), rename(src, name));
      case AddCore(int dst, CoreAccess access) -> new AddCore(name.applyAsInt(dst), access);
      case Swap(Order order, int bits, int dst) -> new Swap(order, bits, name.applyAsInt(dst));
      case Load(MemorySize size, int dst, int base, int offset, Optional<CoreAccess> access) ->
          new Load(size, name.applyAsInt(dst), name.applyAsInt(base), offset, access);
      case Store(MemorySize size, int base, int offset, Source src) ->
          new Store(size, name.applyAsInt(base), offset, rename(src, name));
      case AtomicAdd(Width width, int base, int offset, int src) ->
          new AtomicAdd(width, name.applyAsInt(base), offset, name.applyAsInt(src));
      case JumpIf jump ->
          new JumpIf(
              jump.width(),
              jump.op(),
              name.applyAsInt(jump.left()),
              rename(jump.right(), name),
              jump.ifTrue(),
              jump.ifFalse(),
              jump.probability());
      case Call _, Jump _, Exit _ -> this;
    };
  }

  /** Blocks that may run next; empty except at the end of a block. */
  default List<BlockLabel> targets() {
    return switch (this) {
      case Jump(BlockLabel target) -> List.of(target);
      case JumpIf(_, _, _, _, BlockLabel ifTrue, BlockLabel ifFalse, _) -> List.of(ifTrue, ifFalse);
      case Move _,
          Materialize _,
          Truncate _,
          Alu _,
          AddCore _,
          Swap _,
          Load _,
          Store _,
          AtomicAdd _,
          Call _,
          Exit _ ->
          List.of();
    };
  }

  private static IntStream register(Source source) {
    return switch (source) {
      case Source.Reg(int register) -> IntStream.of(register);
      case Source.Imm _ -> IntStream.empty();
    };
  }

  private static Source rename(Source source, IntUnaryOperator name) {
    return switch (source) {
      case Source.Reg(int register) -> new Source.Reg(name.applyAsInt(register));
      case Source.Imm _ -> source;
    };
  }
}
