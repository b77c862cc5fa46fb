// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.catalog.asm;

import dev.surefoot.catalog.isa.Instruction;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;

/**
 * Places items into slots. Branches begin near; those whose target is too far become far, which
 * moves what follows, so this repeats until nothing changes. A branch never becomes near again, so
 * it ends.
 */
final class CodeLayout {
  private final String function;
  private final List<Item> items;
  private final Map<Label, Integer> bindings;
  private final BitSet farBranches = new BitSet();

  /** First slot of each item, and the slot after the last one. */
  private final int[] slots;

  /** Index of the first instruction of each item, and the number of instructions. */
  private final int[] firstInstructions;

  CodeLayout(String function, List<Item> items, Map<Label, Integer> bindings) {
    this.function = function;
    this.items = items;
    this.bindings = bindings;
    this.slots = new int[items.size() + 1];
    this.firstInstructions = new int[items.size() + 1];
    do {
      place();
    } while (widen());
  }

  /** The index, in the final instructions, of an item's first instruction. */
  int instructionOf(int item) {
    return firstInstructions[item];
  }

  List<Instruction> instructions() {
    List<Instruction> result = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      result.addAll(expand(i));
    }
    return result;
  }

  private void place() {
    for (int i = 0; i < items.size(); i++) {
      List<Instruction> expansion = expand(i);
      int length = expansion.stream().mapToInt(Instruction::slots).sum();
      slots[i + 1] = slots[i] + length;
      firstInstructions[i + 1] = firstInstructions[i] + expansion.size();
    }
  }

  private boolean widen() {
    boolean changed = false;
    for (int i = 0; i < items.size(); i++) {
      if (items.get(i) instanceof Item.Branch branch && !farBranches.get(i)) {
        int offset = distance(i, branch.target());
        if (offset != (short) offset) {
          farBranches.set(i);
          changed = true;
        }
      }
    }
    return changed;
  }

  private List<Instruction> expand(int index) {
    return switch (items.get(index)) {
      case Item.Fixed(Instruction instruction) -> List.of(instruction);
      case Item.Goto(Label target) -> List.of(new Instruction.Jump(distance(index, target)));
      case Item.Branch branch when farBranches.get(index) ->
          branch.far(distance(index, branch.target()));
      // While places are not final yet the distance may not fit; it is right in the last round.
      case Item.Branch branch -> branch.near((short) distance(index, branch.target()));
    };
  }

  private int distance(int index, Label target) {
    Integer item = bindings.get(target);
    if (item == null) {
      throw new IllegalStateException(
          "%s: item %d jumps to label '%s', which is not bound: %s"
              .formatted(function, index, target, items.get(index)));
    }
    if (item == items.size()) {
      throw new IllegalStateException(
          "%s: item %d jumps to label '%s', which is bound behind the last instruction: %s"
              .formatted(function, index, target, items.get(index)));
    }
    return slots[item] - slots[index + 1];
  }
}
