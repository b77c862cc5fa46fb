// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.catalog.asm;

import dev.surefoot.catalog.isa.AluOp;
import dev.surefoot.catalog.isa.AtomicOp;
import dev.surefoot.catalog.isa.Helper;
import dev.surefoot.catalog.isa.Immediate64;
import dev.surefoot.catalog.isa.Instruction;
import dev.surefoot.catalog.isa.JumpOp;
import dev.surefoot.catalog.isa.MemorySize;
import dev.surefoot.catalog.isa.Operand;
import dev.surefoot.catalog.isa.Register;
import dev.surefoot.catalog.isa.Width;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Writes one function, mnemonic by mnemonic. Arithmetic without a width in its name is of 64 bits.
 *
 * <p>Conditional jumps that 16 bits do not hold become an inverted jump over a long one; that needs
 * a kernel with ISA version 4 (6.6).
 */
public final class Assembler {
  private final String name;
  private final List<Item> items = new ArrayList<>();
  private final List<Reference> references = new ArrayList<>();
  private final List<LineMark> lines = new ArrayList<>();
  private final Map<Label, Integer> bindings = new HashMap<>();

  /**
   * Starts a function.
   *
   * @param name a C identifier
   */
  public Assembler(String name) {
    this.name = name;
  }

  /** Any instruction with numeric offsets. */
  public Assembler emit(Instruction instruction) {
    items.add(new Item.Fixed(instruction));
    return this;
  }

  public Assembler mov(Register dst, int value) {
    return alu(Width.W64, AluOp.MOV, dst, Operand.of(value));
  }

  public Assembler mov(Register dst, Register src) {
    return alu(Width.W64, AluOp.MOV, dst, Operand.of(src));
  }

  public Assembler mov32(Register dst, int value) {
    return alu(Width.W32, AluOp.MOV, dst, Operand.of(value));
  }

  public Assembler mov32(Register dst, Register src) {
    return alu(Width.W32, AluOp.MOV, dst, Operand.of(src));
  }

  public Assembler add(Register dst, int value) {
    return alu(Width.W64, AluOp.ADD, dst, Operand.of(value));
  }

  public Assembler add(Register dst, Register src) {
    return alu(Width.W64, AluOp.ADD, dst, Operand.of(src));
  }

  public Assembler sub(Register dst, int value) {
    return alu(Width.W64, AluOp.SUB, dst, Operand.of(value));
  }

  public Assembler sub(Register dst, Register src) {
    return alu(Width.W64, AluOp.SUB, dst, Operand.of(src));
  }

  public Assembler mul(Register dst, int value) {
    return alu(Width.W64, AluOp.MUL, dst, Operand.of(value));
  }

  public Assembler mul(Register dst, Register src) {
    return alu(Width.W64, AluOp.MUL, dst, Operand.of(src));
  }

  public Assembler div(Register dst, int value) {
    return alu(Width.W64, AluOp.DIV, dst, Operand.of(value));
  }

  public Assembler div(Register dst, Register src) {
    return alu(Width.W64, AluOp.DIV, dst, Operand.of(src));
  }

  public Assembler mod(Register dst, int value) {
    return alu(Width.W64, AluOp.MOD, dst, Operand.of(value));
  }

  public Assembler mod(Register dst, Register src) {
    return alu(Width.W64, AluOp.MOD, dst, Operand.of(src));
  }

  public Assembler and(Register dst, int value) {
    return alu(Width.W64, AluOp.AND, dst, Operand.of(value));
  }

  public Assembler and(Register dst, Register src) {
    return alu(Width.W64, AluOp.AND, dst, Operand.of(src));
  }

  public Assembler or(Register dst, int value) {
    return alu(Width.W64, AluOp.OR, dst, Operand.of(value));
  }

  public Assembler or(Register dst, Register src) {
    return alu(Width.W64, AluOp.OR, dst, Operand.of(src));
  }

  public Assembler xor(Register dst, int value) {
    return alu(Width.W64, AluOp.XOR, dst, Operand.of(value));
  }

  public Assembler xor(Register dst, Register src) {
    return alu(Width.W64, AluOp.XOR, dst, Operand.of(src));
  }

  public Assembler lsh(Register dst, int bits) {
    return alu(Width.W64, AluOp.LSH, dst, Operand.of(bits));
  }

  public Assembler lsh(Register dst, Register bits) {
    return alu(Width.W64, AluOp.LSH, dst, Operand.of(bits));
  }

  /** Logical shift to the right. */
  public Assembler rsh(Register dst, int bits) {
    return alu(Width.W64, AluOp.RSH, dst, Operand.of(bits));
  }

  /** Logical shift to the right. */
  public Assembler rsh(Register dst, Register bits) {
    return alu(Width.W64, AluOp.RSH, dst, Operand.of(bits));
  }

  /** Arithmetic shift to the right. */
  public Assembler arsh(Register dst, int bits) {
    return alu(Width.W64, AluOp.ARSH, dst, Operand.of(bits));
  }

  /** Arithmetic shift to the right. */
  public Assembler arsh(Register dst, Register bits) {
    return alu(Width.W64, AluOp.ARSH, dst, Operand.of(bits));
  }

  public Assembler neg(Register dst) {
    return alu(Width.W64, AluOp.NEG, dst, Operand.of(0));
  }

  /** {@code dst = dst op src}. */
  public Assembler alu(Width width, AluOp op, Register dst, Operand src) {
    return emit(new Instruction.Alu(width, op, dst, src));
  }

  /** {@code dst = *(size *)(base + offset)}, zero-extended. */
  public Assembler load(MemorySize size, Register dst, Register base, int offset) {
    return emit(new Instruction.Load(size, false, dst, base, offset));
  }

  /** {@code dst = *(size *)(base + offset)}, sign-extended (ISA version 4). */
  public Assembler loadSigned(MemorySize size, Register dst, Register base, int offset) {
    return emit(new Instruction.Load(size, true, dst, base, offset));
  }

  public Assembler store(MemorySize size, Register base, int offset, int value) {
    return emit(new Instruction.Store(size, base, offset, Operand.of(value)));
  }

  public Assembler store(MemorySize size, Register base, int offset, Register src) {
    return emit(new Instruction.Store(size, base, offset, Operand.of(src)));
  }

  public Assembler atomic(Width width, AtomicOp op, Register base, int offset, Register src) {
    return emit(new Instruction.Atomic(width, op, base, offset, src));
  }

  /** {@code dst = value}, in two slots. */
  public Assembler loadImmediate64(Register dst, long value) {
    return emit(new Instruction.LoadImmediate64(dst, new Immediate64.Value(value)));
  }

  /** {@code dst =} the map's address, as helpers take it. */
  public Assembler loadMap(Register dst, String map) {
    references.add(new Reference.ToMap(items.size(), map));
    return loadImmediate64(dst, 0);
  }

  /** {@code dst =} the address of a byte in the value of a one-element array. */
  public Assembler loadMapValue(Register dst, String map, int offset) {
    references.add(new Reference.ToMapValue(items.size(), map, offset));
    return loadImmediate64(dst, 0);
  }

  /** {@code dst =} the address of a subprogram, for helpers that call back. */
  public Assembler loadFunctionAddress(Register dst, String function) {
    references.add(new Reference.ToFunction(items.size(), function));
    return loadImmediate64(dst, 0);
  }

  /** A load whose offset is the place of a kernel struct's member. */
  public Assembler coreLoad(
      MemorySize size, boolean signed, Register dst, Register base, CoreAccess access) {
    references.add(new Reference.ToKernelType(items.size(), access));
    return emit(new Instruction.Load(size, signed, dst, base, 0));
  }

  /** {@code dst =} the answer to a question about the kernel's types. */
  public Assembler coreMov(Register dst, CoreAccess access) {
    references.add(new Reference.ToKernelType(items.size(), access));
    return mov(dst, 0);
  }

  /** {@code dst +=} the answer to a question about the kernel's types. */
  public Assembler coreAdd(Register dst, CoreAccess access) {
    references.add(new Reference.ToKernelType(items.size(), access));
    return add(dst, 0);
  }

  public Assembler callHelper(Helper helper) {
    return emit(new Instruction.CallHelper(helper.id()));
  }

  /** Calls a kernel function by its name in the kernel's BTF. */
  public Assembler callKfunc(String kfunc) {
    references.add(new Reference.ToKfunc(items.size(), kfunc));
    return emit(new Instruction.CallKfunc(-1, 0));
  }

  /** Calls a subprogram of the same object. */
  public Assembler callFunction(String function) {
    references.add(new Reference.ToFunction(items.size(), function));
    return emit(new Instruction.CallSubprogram(-1));
  }

  /** A label of this function; bound where {@link #label} puts it. */
  public Label newLabel(String hint) {
    return new Label(hint);
  }

  /** Binds the label to the next instruction. */
  public Assembler label(Label label) {
    Integer earlier = bindings.putIfAbsent(label, items.size());
    if (earlier != null) {
      throw new IllegalStateException(
          "%s: label '%s' is bound to item %d already, cannot be bound to item %d"
              .formatted(name, label, earlier, items.size()));
    }
    return this;
  }

  public Assembler jump(Label target) {
    items.add(new Item.Goto(target));
    return this;
  }

  public Assembler jumpIf(JumpOp op, Register left, int right, Label target) {
    return jumpIf(Width.W64, op, left, Operand.of(right), target);
  }

  public Assembler jumpIf(JumpOp op, Register left, Register right, Label target) {
    return jumpIf(Width.W64, op, left, Operand.of(right), target);
  }

  public Assembler jumpIf(Width width, JumpOp op, Register left, Operand right, Label target) {
    items.add(new Item.Branch(width, op, left, right, target));
    return this;
  }

  /** Runs the block where the comparison holds. */
  public Assembler ifThen(JumpOp op, Register left, int right, Consumer<Assembler> then) {
    return ifThen(Width.W64, op, left, Operand.of(right), then);
  }

  /** Runs the block where the comparison holds. */
  public Assembler ifThen(JumpOp op, Register left, Register right, Consumer<Assembler> then) {
    return ifThen(Width.W64, op, left, Operand.of(right), then);
  }

  /** Runs the block where the comparison holds. */
  public Assembler ifThen(
      Width width, JumpOp op, Register left, Operand right, Consumer<Assembler> then) {
    Label after = newLabel("after if " + op);
    op.inverse()
        .ifPresentOrElse(
            inverse -> jumpIf(width, inverse, left, right, after),
            () -> {
              Label block = newLabel("if " + op);
              jumpIf(width, op, left, right, block).jump(after).label(block);
            });
    then.accept(this);
    return label(after);
  }

  public Assembler exit() {
    return emit(new Instruction.Exit());
  }

  /** The code from here on stands for this line of the user's text. */
  public Assembler line(SourceLine line) {
    if (!lines.isEmpty() && lines.getLast().index() == items.size()) {
      lines.removeLast();
    }
    if (lines.isEmpty() || !lines.getLast().line().equals(line)) {
      lines.add(new LineMark(items.size(), line));
    }
    return this;
  }

  /**
   * The finished function.
   *
   * @throws IllegalStateException where a jump goes to a label that is not bound, or control runs
   *     off the end
   */
  public AssembledFunction assemble() {
    if (items.isEmpty() || !endsFlow(items.getLast())) {
      throw new IllegalStateException(
          "%s: control runs off the end behind item %d%s"
              .formatted(name, items.size() - 1, items.isEmpty() ? "" : ": " + items.getLast()));
    }
    CodeLayout layout = new CodeLayout(name, items, bindings);
    return new AssembledFunction(
        name,
        layout.instructions(),
        references.stream().map(r -> r.movedTo(layout.instructionOf(r.index()))).toList(),
        lines.stream()
            .filter(mark -> mark.index() < items.size())
            .map(mark -> new LineMark(layout.instructionOf(mark.index()), mark.line()))
            .toList());
  }

  private static boolean endsFlow(Item item) {
    return switch (item) {
      case Item.Goto _ -> true;
      case Item.Branch _ -> false;
      case Item.Fixed(Instruction instruction) ->
          instruction instanceof Instruction.Exit || instruction instanceof Instruction.Jump;
    };
  }
}
