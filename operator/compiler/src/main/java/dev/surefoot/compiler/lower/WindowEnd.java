// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.lower;

import dev.surefoot.catalog.elf.MapDefinition;
import dev.surefoot.catalog.isa.AluOp;
import dev.surefoot.catalog.isa.JumpOp;
import dev.surefoot.catalog.isa.MemorySize;
import dev.surefoot.catalog.isa.Width;
import dev.surefoot.catalog.profile.KernelProfile;
import dev.surefoot.compiler.ir.FunctionBuilder;
import dev.surefoot.compiler.ir.Likelihood;
import dev.surefoot.compiler.ir.OpenBlock;
import dev.surefoot.compiler.ir.Type;
import dev.surefoot.compiler.ir.Value;
import java.util.List;

/**
 * The end of the window that a row belongs to. Each CPU keeps the end of its current window, so
 * that only the first row of a window divides. Times of one CPU do not go back: the program reads
 * the clock, and the kernel does not run one program twice on a CPU at a time.
 */
final class WindowEnd {
  /** The window's end where the query has only one window, which never ends. */
  static final long NEVER = Long.MAX_VALUE;

  private static final int AREA_BYTES = 64;

  private final long windowNanos;
  private final MapDefinition map;

  WindowEnd(long windowNanos, KernelProfile profile) {
    this.windowNanos = windowNanos;
    this.map = CpuAreas.map("windows", AREA_BYTES, profile);
  }

  List<MapDefinition> maps() {
    return windowNanos == 0 ? List.of() : List.of(map);
  }

  /** The end of the window that holds {@code time}; goes on in a new block. */
  Value of(FunctionBuilder builder, Value time) {
    if (windowNanos == 0) {
      return builder.constant(NEVER);
    }
    Value area = CpuAreas.area(builder, map, AREA_BYTES);
    Value kept = builder.load(MemorySize.B8, area, 0);
    OpenBlock other = builder.newBlock("other_window");
    OpenBlock known = builder.newBlock("window");
    Value end = known.parameter(Type.SCALAR);
    builder.branch(
        JumpOp.GE,
        Width.W64,
        time,
        kept,
        builder.edge(other),
        builder.edge(known, kept),
        Likelihood.UNLIKELY);
    builder.switchTo(other);
    Value index = builder.alu(AluOp.DIV, time, windowNanos);
    Value computed = builder.alu(AluOp.MUL, builder.alu(AluOp.ADD, index, 1), windowNanos);
    builder.store(MemorySize.B8, area, 0, computed);
    builder.jump(known, computed);
    builder.switchTo(known);
    return end;
  }
}
