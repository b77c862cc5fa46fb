// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.ir.check;

import dev.surefoot.catalog.isa.MemorySize;
import dev.surefoot.compiler.ir.Block;
import dev.surefoot.compiler.ir.Operation;
import dev.surefoot.compiler.ir.Printer;
import dev.surefoot.compiler.ir.Statement;
import dev.surefoot.compiler.ir.Type;
import dev.surefoot.compiler.ir.Value;
import dev.surefoot.compiler.ir.analysis.KnownBits;
import dev.surefoot.compiler.ir.analysis.Range;

/** Accesses stay in their memory. */
record MemoryRules(Checking checking) implements TypeChecker.StatementRule {
  /** {@code MAX_BPF_FUNC_ARGS}: no hook has more parameters. */
  private static final int MAX_PARAMETERS = 12;

  @Override
  public void check(Block block, Statement statement) {
    switch (statement.operation()) {
      case Operation.Load(MemorySize size, _, Value pointer, int offset) ->
          load(block, statement, size, pointer, offset);
      case Operation.CoreLoad(_, _, Value pointer, var access) -> {
        if (!(pointer.type() instanceof Type.KernelPointer(var struct))
            || !flavourless(struct.name()).equals(flavourless(access.struct().name()))) {
          throw checking.refuse(
              block,
              statement,
              "%s is %s, no pointer to %s"
                  .formatted(pointer, Printer.type(pointer.type()), access.struct().name()));
        }
      }
      case Operation.Store(MemorySize size, Value pointer, int offset, Value value) -> {
        if (size != MemorySize.B8) {
          checking.requireScalar(block, statement, value);
        }
        access(block, statement, pointer, offset, size.bytes(), 1);
      }
      case Operation.AtomicAdd(MemorySize size, Value pointer, int offset, Value value) -> {
        checking.requireScalar(block, statement, value);
        access(block, statement, pointer, offset, size.bytes(), size.bytes());
      }
      case Operation.MapValueAddress(var map, int offset) -> {
        if (offset < 0 || offset >= map.valueBytes()) {
          throw checking.refuse(block, statement, "the value has " + map.valueBytes() + " bytes");
        }
      }
      default -> {}
    }
  }

  private void load(Block block, Statement statement, MemorySize size, Value pointer, int offset) {
    Type result = statement.result().type();
    switch (pointer.type()) {
      case Type.Context _ -> {
        if (size != MemorySize.B8
            || offset % 8 != 0
            || offset < 0
            || offset >= 8 * MAX_PARAMETERS) {
          throw checking.refuse(block, statement, "the context holds words of 8 bytes");
        }
      }
      case Type.KernelPointer _ -> {
        if (offset < 0) {
          throw checking.refuse(block, statement, "offset before the object");
        }
      }
      case Type.Scalar _, Type.MapAddress _, Type.Memory _, Type.OrNull _, Type.Nothing _ -> {
        access(block, statement, pointer, offset, size.bytes(), 1);
        if (!(result instanceof Type.Scalar)) {
          throw checking.refuse(block, statement, "memory holds scalars only");
        }
      }
    }
  }

  private void access(
      Block block, Statement statement, Value pointer, int offset, int bytes, int alignment) {
    Type.Memory memory = checking.requireMemory(block, statement, pointer);
    requireInside(checking, block, statement, pointer, offset, bytes);
    // The verifier wants accesses of the frame aligned (check_ptr_alignment), and atomic ones are
    // so for the sake of machines that trap.
    int wanted = memory instanceof Type.Frame ? bytes : alignment;
    KnownBits bits = checking.facts().range(pointer, block.label()).bits();
    if (((bits.value() + offset) & (wanted - 1)) != 0 || (bits.unknown() & (wanted - 1)) != 0) {
      throw checking.refuse(block, statement, "not aligned to " + wanted + " bytes");
    }
    if (memory instanceof Type.Frame(var slot) && slot.alignment() < wanted) {
      throw checking.refuse(
          block, statement, "the slot is aligned to " + slot.alignment() + " bytes only");
    }
  }

  /** Refuses where {@code bytes} behind pointer and offset are not all in the memory. */
  static void requireInside(
      Checking checking, Block block, Statement statement, Value pointer, int offset, long bytes) {
    Type.Memory memory = checking.requireMemory(block, statement, pointer);
    Range range = checking.facts().range(pointer, block.label());
    long first = range.smin() + offset;
    long last = range.smax() + offset + bytes;
    boolean overflow = range.smax() > Integer.MAX_VALUE || range.smin() < Integer.MIN_VALUE;
    if (overflow || first < 0 || last > memory.bytes()) {
      throw checking.refuse(
          block,
          statement,
          "bytes %d to %d of %s, which has %d"
              .formatted(first, last, Printer.type(memory), memory.bytes()));
    }
  }

  private static String flavourless(String struct) {
    int flavour = struct.indexOf("___");
    return flavour < 0 ? struct : struct.substring(0, flavour);
  }
}
