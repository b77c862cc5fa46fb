// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.ir.check;

import dev.surefoot.compiler.ir.Block;
import dev.surefoot.compiler.ir.HelperCall;
import dev.surefoot.compiler.ir.MapShape;
import dev.surefoot.compiler.ir.Operation;
import dev.surefoot.compiler.ir.Printer;
import dev.surefoot.compiler.ir.Statement;
import dev.surefoot.compiler.ir.Type;
import dev.surefoot.compiler.ir.Value;
import dev.surefoot.compiler.ir.analysis.Range;
import java.util.List;

/** Arguments of helpers are what the helpers take ({@code check_func_arg} of the verifier). */
record ArgumentRules(Checking checking) implements TypeChecker.StatementRule {
  @Override
  public void check(Block block, Statement statement) {
    if (statement.operation() instanceof Operation.Call(HelperCall helper, var arguments)) {
      for (int i = 0; i < arguments.size(); i++) {
        check(block, statement, helper, arguments, i);
      }
    }
  }

  private void check(
      Block block, Statement statement, HelperCall helper, List<Value> arguments, int index) {
    Value value = arguments.get(index);
    switch (helper.arguments().get(index)) {
      case SCALAR -> checking.requireScalar(block, statement, value);
      case ANY -> {
        if (value.type() instanceof Type.OrNull) {
          checking.requireMemory(block, statement, value);
        }
      }
      case MAP -> {
        if (!(value.type() instanceof Type.MapAddress)) {
          throw unfit(block, statement, value, "no map");
        }
      }
      case MAP_KEY -> memory(block, statement, value, map(arguments).keyBytes());
      case MAP_VALUE -> memory(block, statement, value, map(arguments).valueBytes());
      case VALUE_OR_ZERO -> {
        if (!checking.facts().range(value, block.label()).equals(Range.of(0))
            || !(value.type() instanceof Type.Scalar)) {
          memory(block, statement, value, map(arguments).valueBytes());
        }
      }
      case READ_MEMORY, WRITE_MEMORY ->
          memory(block, statement, value, greatest(block, arguments.get(index + 1)));
      case SIZE -> size(block, statement, value, 1);
      case SIZE_OR_ZERO -> size(block, statement, value, 0);
      case FIXED_SIZE -> {
        if (checking.definitions().constant(value).isEmpty()) {
          throw checking.refuse(block, statement, value + " is no constant");
        }
      }
      case RING_RECORD -> {
        checking.requireMemory(block, statement, value);
        boolean record =
            value.type() instanceof Type.OrNull(Type.RingRecord _)
                || value.type() instanceof Type.RingRecord;
        if (!record || !checking.facts().range(value).equals(Range.of(0))) {
          throw unfit(block, statement, value, "not the start of a record");
        }
      }
      case KERNEL_OBJECT -> {
        if (!(value.type() instanceof Type.KernelPointer)) {
          throw unfit(block, statement, value, "no kernel object");
        }
      }
    }
  }

  private void memory(Block block, Statement statement, Value pointer, long bytes) {
    MemoryRules.requireInside(checking, block, statement, pointer, 0, bytes);
  }

  private void size(Block block, Statement statement, Value value, long least) {
    checking.requireScalar(block, statement, value);
    Range range = checking.facts().range(value, block.label());
    if (Long.compareUnsigned(range.umin(), least) < 0 || !range.isAtMost(Integer.MAX_VALUE)) {
      throw checking.refuse(
          block,
          statement,
          "size %s is from %s to %s"
              .formatted(
                  value, Long.toUnsignedString(range.umin()), Long.toUnsignedString(range.umax())));
    }
  }

  private long greatest(Block block, Value size) {
    Range range = checking.facts().range(size, block.label());
    return range.isAtMost(Integer.MAX_VALUE) ? range.umax() : Integer.MAX_VALUE;
  }

  private static MapShape map(List<Value> arguments) {
    if (arguments.getFirst().type() instanceof Type.MapAddress(MapShape map)) {
      return map;
    }
    throw new IllegalStateException("the first argument has been checked to be a map");
  }

  private IllTypedException unfit(Block block, Statement statement, Value value, String expected) {
    return checking.refuse(
        block, statement, value + " is " + Printer.type(value.type()) + ", " + expected);
  }
}
