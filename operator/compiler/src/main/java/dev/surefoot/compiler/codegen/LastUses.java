// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.codegen;

import dev.surefoot.compiler.ir.Block;
import dev.surefoot.compiler.ir.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The last statement of a block that uses a value. */
final class LastUses {
  private final Map<Value, Integer> last = new HashMap<>();

  private LastUses() {}

  static LastUses of(Block block, Set<Value> liveAfter) {
    LastUses result = new LastUses();
    List<Value> end = block.terminator().operands();
    int statements = block.statements().size();
    for (int i = 0; i < statements; i++) {
      for (Value operand : block.statements().get(i).operation().operands()) {
        result.last.put(operand, i);
      }
    }
    end.forEach(value -> result.last.put(value, statements));
    liveAfter.forEach(value -> result.last.put(value, Integer.MAX_VALUE));
    return result;
  }

  /** Whether nothing behind statement {@code index} uses the value. */
  boolean endsAt(Value value, int index) {
    return last.getOrDefault(value, -1) <= index;
  }
}
