// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.lower;

import dev.surefoot.catalog.elf.MapDefinition;
import dev.surefoot.catalog.elf.MapType;
import dev.surefoot.catalog.isa.AluOp;
import dev.surefoot.catalog.profile.KernelProfile;
import dev.surefoot.compiler.ir.FunctionBuilder;
import dev.surefoot.compiler.ir.HelperCall;
import dev.surefoot.compiler.ir.Value;

/**
 * Mapped memory with an area for each CPU: a one-element array, so that a program addresses it
 * without a lookup and user space reads it without a call.
 */
final class CpuAreas {
  private CpuAreas() {}

  /** Number of areas: a power of two, so that a mask bounds the CPU's number for the verifier. */
  static int count(KernelProfile profile) {
    int highest = Integer.highestOneBit(profile.possibleCpus());
    return highest == profile.possibleCpus() ? highest : 2 * highest;
  }

  /** A map of areas. */
  static MapDefinition map(String name, int areaBytes, KernelProfile profile) {
    return oneElement(name, areaBytes * count(profile));
  }

  /** A mapped one-element array. */
  static MapDefinition oneElement(String name, int bytes) {
    return MapDefinition.of(name, MapType.ARRAY, 4, bytes, 1, MapDefinition.MMAPABLE);
  }

  /** The running CPU's area. */
  static Value area(FunctionBuilder builder, MapDefinition map, int areaBytes) {
    int areas = map.valueBytes() / areaBytes;
    Value cpu = builder.call(HelperCall.GET_SMP_PROCESSOR_ID);
    Value bounded = builder.alu(AluOp.AND, cpu, areas - 1);
    return builder.pointerAdd(builder.mapValue(map, 0), builder.alu(AluOp.MUL, bounded, areaBytes));
  }
}
