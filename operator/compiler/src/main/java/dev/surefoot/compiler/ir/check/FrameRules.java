// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.ir.check;

import dev.surefoot.compiler.ir.Block;
import dev.surefoot.compiler.ir.BlockLabel;
import dev.surefoot.compiler.ir.HelperCall;
import dev.surefoot.compiler.ir.MapShape;
import dev.surefoot.compiler.ir.Operation;
import dev.surefoot.compiler.ir.StackSlot;
import dev.surefoot.compiler.ir.Statement;
import dev.surefoot.compiler.ir.Type;
import dev.surefoot.compiler.ir.Value;
import dev.surefoot.compiler.ir.analysis.Range;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Bytes of the frame are written on every way before they are read. */
final class FrameRules {
  private final Checking checking;
  private final Map<BlockLabel, Map<StackSlot, BitSet>> written = new HashMap<>();

  private FrameRules(Checking checking) {
    this.checking = checking;
  }

  static void check(Checking checking) {
    FrameRules rules = new FrameRules(checking);
    for (Block block : checking.walked()) {
      Map<StackSlot, BitSet> at = rules.before(block);
      for (Statement statement : block.statements()) {
        rules.run(block, statement, at);
      }
      rules.written.put(block.label(), at);
    }
  }

  private Map<StackSlot, BitSet> before(Block block) {
    Map<StackSlot, BitSet> result = null;
    for (BlockLabel predecessor : checking.flow().predecessors(block.label())) {
      Map<StackSlot, BitSet> way = written.get(predecessor);
      if (way == null) {
        continue;
      }
      if (result == null) {
        result = new HashMap<>();
        for (Map.Entry<StackSlot, BitSet> entry : way.entrySet()) {
          result.put(entry.getKey(), (BitSet) entry.getValue().clone());
        }
      } else {
        result.forEach((slot, bytes) -> bytes.and(way.getOrDefault(slot, new BitSet())));
      }
    }
    return result == null ? new HashMap<>() : result;
  }

  private void run(Block block, Statement statement, Map<StackSlot, BitSet> at) {
    switch (statement.operation()) {
      case Operation.Load(var size, _, Value pointer, int offset) ->
          read(block, statement, pointer, offset, size.bytes(), at);
      case Operation.Store(var size, Value pointer, int offset, _) ->
          write(pointer, offset, size.bytes(), at);
      case Operation.AtomicAdd(var size, Value pointer, int offset, _) ->
          read(block, statement, pointer, offset, size.bytes(), at);
      case Operation.Call(HelperCall helper, List<Value> arguments) -> {
        for (int i = 0; i < arguments.size(); i++) {
          argument(block, statement, helper, arguments, i, at);
        }
      }
      default -> {}
    }
  }

  private void argument(
      Block block,
      Statement statement,
      HelperCall helper,
      List<Value> arguments,
      int index,
      Map<StackSlot, BitSet> at) {
    Value value = arguments.get(index);
    switch (helper.arguments().get(index)) {
      case MAP_KEY -> read(block, statement, value, 0, map(arguments).keyBytes(), at);
      case MAP_VALUE, VALUE_OR_ZERO ->
          read(block, statement, value, 0, map(arguments).valueBytes(), at);
      case READ_MEMORY -> {
        Range size = checking.facts().range(arguments.get(index + 1), block.label());
        read(block, statement, value, 0, (int) size.umax(), at);
      }
      case WRITE_MEMORY -> {
        Range size = checking.facts().range(arguments.get(index + 1), block.label());
        write(value, 0, (int) size.umin(), at);
      }
      case SCALAR, ANY, MAP, SIZE, SIZE_OR_ZERO, FIXED_SIZE, RING_RECORD, KERNEL_OBJECT -> {}
    }
  }

  private void read(
      Block block,
      Statement statement,
      Value pointer,
      int offset,
      int bytes,
      Map<StackSlot, BitSet> at) {
    if (pointer.type() instanceof Type.Frame(StackSlot slot)) {
      int from = (int) checking.facts().range(pointer).umin() + offset;
      int unwritten = at.getOrDefault(slot, new BitSet()).nextClearBit(from);
      if (unwritten < from + bytes) {
        throw checking.refuse(
            block,
            statement,
            "byte %d of frame#%d may not have been written".formatted(unwritten, slot.id()));
      }
    }
  }

  private void write(Value pointer, int offset, int bytes, Map<StackSlot, BitSet> at) {
    if (pointer.type() instanceof Type.Frame(StackSlot slot)) {
      int from = (int) checking.facts().range(pointer).umin() + offset;
      at.computeIfAbsent(slot, _ -> new BitSet()).set(from, from + bytes);
    }
  }

  private static MapShape map(List<Value> arguments) {
    if (arguments.getFirst().type() instanceof Type.MapAddress(MapShape map)) {
      return map;
    }
    throw new IllegalStateException("the first argument has been checked to be a map");
  }
}
