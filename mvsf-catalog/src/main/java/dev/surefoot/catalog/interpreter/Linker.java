// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.catalog.interpreter;

import dev.surefoot.catalog.asm.AssembledFunction;
import dev.surefoot.catalog.asm.CoreAccess;
import dev.surefoot.catalog.asm.Reference;
import dev.surefoot.catalog.elf.ProgramDefinition;
import dev.surefoot.catalog.isa.Immediate64;
import dev.surefoot.catalog.isa.Instruction;
import dev.surefoot.catalog.isa.Instruction.Alu;
import dev.surefoot.catalog.isa.Instruction.CallSubprogram;
import dev.surefoot.catalog.isa.Instruction.Jump;
import dev.surefoot.catalog.isa.Instruction.JumpIf;
import dev.surefoot.catalog.isa.Instruction.Load;
import dev.surefoot.catalog.isa.Instruction.LoadImmediate64;
import dev.surefoot.catalog.isa.Instruction.Store;
import dev.surefoot.catalog.isa.Operand;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/** Does for the machine what libbpf does at load: puts addresses and offsets into instructions. */
final class Linker {
  /** Addresses of functions begin here; the index of the function is added. */
  static final long FUNCTION_BASE = 0x7f00_0000_0000_0000L;

  private final MapTable maps;
  private final ToLongFunction<CoreAccess> kernelTypes;

  Linker(MapTable maps, ToLongFunction<CoreAccess> kernelTypes) {
    this.maps = maps;
    this.kernelTypes = kernelTypes;
  }

  /** The entry function first, then the subprograms. */
  List<LinkedFunction> link(ProgramDefinition program) {
    List<AssembledFunction> functions =
        Stream.concat(Stream.of(program.entry()), program.subprograms().stream()).toList();
    List<String> names = functions.stream().map(AssembledFunction::name).toList();
    return functions.stream().map(function -> link(function, names)).toList();
  }

  private LinkedFunction link(AssembledFunction function, List<String> names) {
    List<Instruction> instructions = new ArrayList<>(function.instructions());
    int[] targets = new int[instructions.size()];
    for (Reference reference : function.references()) {
      int index = reference.index();
      switch (reference) {
        case Reference.ToMap(_, String map) -> put(instructions, index, maps.handle(map));
        case Reference.ToMapValue(_, String map, int offset) ->
            put(instructions, index, maps.named(map, ArrayMap.class).base() + offset);
        case Reference.ToFunction(_, String name) -> {
          targets[index] = functionIndex(names, name);
          if (instructions.get(index) instanceof LoadImmediate64) {
            put(instructions, index, FUNCTION_BASE + targets[index]);
          }
        }
        // A call of a kernel function faults when it runs.
        case Reference.ToKfunc _ -> {}
        case Reference.ToKernelType(_, CoreAccess access) ->
            instructions.set(
                index, relocated(instructions.get(index), kernelTypes.applyAsLong(access)));
      }
    }
    resolveJumps(function.name(), instructions, targets);
    return new LinkedFunction(function.name(), instructions, targets);
  }

  private static int functionIndex(List<String> names, String name) {
    int index = names.indexOf(name);
    if (index < 0) {
      throw new IllegalArgumentException("no function " + name + " in the program");
    }
    return index;
  }

  private static void put(List<Instruction> instructions, int index, long value) {
    if (instructions.get(index) instanceof LoadImmediate64 load) {
      instructions.set(index, new LoadImmediate64(load.dst(), new Immediate64.Value(value)));
    } else {
      throw new IllegalArgumentException("no address fits into " + instructions.get(index));
    }
  }

  private static Instruction relocated(Instruction instruction, long value) {
    return switch (instruction) {
      case Load load ->
          new Load(load.size(), load.signed(), load.dst(), load.base(), Math.toIntExact(value));
      case Store store ->
          new Store(store.size(), store.base(), Math.toIntExact(value), store.src());
      case Alu alu -> new Alu(alu.width(), alu.op(), alu.dst(), Operand.of(Math.toIntExact(value)));
      case LoadImmediate64 load -> new LoadImmediate64(load.dst(), new Immediate64.Value(value));
      default -> throw new IllegalArgumentException("nothing to relocate in " + instruction);
    };
  }

  private static void resolveJumps(String name, List<Instruction> instructions, int[] targets) {
    Map<Integer, Integer> indexOfSlot = new HashMap<>();
    int slot = 0;
    for (int i = 0; i < instructions.size(); i++) {
      indexOfSlot.put(slot, i);
      slot += instructions.get(i).slots();
    }
    slot = 0;
    for (int i = 0; i < instructions.size(); i++) {
      slot += instructions.get(i).slots();
      switch (instructions.get(i)) {
        case Jump(int offset) -> targets[i] = target(name, i, indexOfSlot.get(slot + offset));
        case JumpIf jump -> targets[i] = target(name, i, indexOfSlot.get(slot + jump.slotOffset()));
        case CallSubprogram(int offset) when offset != -1 ->
            throw new IllegalArgumentException(name + ": subprograms are called by name");
        default -> {}
      }
    }
  }

  private static int target(String function, int index, Integer target) {
    if (target == null) {
      throw new IllegalArgumentException(
          "%s: instruction %d jumps to no instruction".formatted(function, index));
    }
    return target;
  }
}
