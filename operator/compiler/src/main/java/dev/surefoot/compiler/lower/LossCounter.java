// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.lower;

import dev.surefoot.catalog.bundle.KernelStream;
import dev.surefoot.catalog.bundle.Loss;
import dev.surefoot.catalog.elf.MapDefinition;
import dev.surefoot.catalog.isa.MemorySize;
import dev.surefoot.catalog.profile.KernelProfile;
import dev.surefoot.compiler.ir.FunctionBuilder;

/** Counts what a program could not keep. Several programs count, hence atomically. */
record LossCounter(FunctionBuilder builder, MapDefinition map) {
  /** The counters' map. */
  static MapDefinition map(KernelProfile profile) {
    return CpuAreas.map(KernelStream.LOSS_MAP, Loss.AREA_BYTES, profile);
  }

  /** Counts in the current block. */
  void count(Loss loss, long number) {
    builder.atomicAdd(
        MemorySize.B8,
        CpuAreas.area(builder, map, Loss.AREA_BYTES),
        8 * loss.ordinal(),
        builder.constant(number));
  }
}
