// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.agent.kernel;

import static dev.surefoot.catalog.isa.Register.R0;
import static dev.surefoot.catalog.isa.Register.R1;
import static dev.surefoot.catalog.isa.Register.R10;
import static dev.surefoot.catalog.isa.Register.R2;
import static dev.surefoot.catalog.isa.Register.R3;
import static dev.surefoot.catalog.isa.Register.R4;

import dev.surefoot.catalog.asm.Assembler;
import dev.surefoot.catalog.elf.MapDefinition;
import dev.surefoot.catalog.elf.MapType;
import dev.surefoot.catalog.elf.ObjectDefinition;
import dev.surefoot.catalog.elf.ProgramDefinition;
import dev.surefoot.catalog.isa.AtomicOp;
import dev.surefoot.catalog.isa.Helper;
import dev.surefoot.catalog.isa.Instruction;
import dev.surefoot.catalog.isa.JumpOp;
import dev.surefoot.catalog.isa.MemorySize;
import dev.surefoot.catalog.isa.Width;
import dev.surefoot.catalog.profile.Feature;
import java.util.List;

/** The smallest program that uses a feature, for each. */
final class FeaturePrograms {
  private static final String MAP = "map";
  private static final String RAW = "raw_tp/sys_enter";
  private static final String TYPED = "tp_btf/sys_enter";

  private FeaturePrograms() {}

  static ObjectDefinition of(Feature feature) {
    Assembler code = new Assembler("probe_" + feature.ordinal());
    return switch (feature) {
      case RING_BUFFER -> object(RAW, ringBuffer(code), ring());
      case MAPPED_ARRAY -> object(RAW, mappedArray(code), mapped());
      case TASK_STORAGE -> object(TYPED, taskStorage(code), storage());
      case FETCHING_ATOMICS -> object(RAW, fetchingAtomic(code));
      case ISA_V4 -> object(RAW, signExtension(code));
      case TYPED_TRACEPOINTS -> object(TYPED, code);
    };
  }

  private static ObjectDefinition object(String section, Assembler code, MapDefinition... maps) {
    return new ObjectDefinition(
        "probe",
        "GPL",
        List.of(maps),
        List.of(new ProgramDefinition(section, code.mov(R0, 0).exit().assemble())));
  }

  private static MapDefinition ring() {
    return MapDefinition.of(MAP, MapType.RINGBUF, 0, 0, 1 << 16, 0);
  }

  private static MapDefinition mapped() {
    return MapDefinition.of(MAP, MapType.ARRAY, 4, 8, 1, MapDefinition.MMAPABLE);
  }

  private static MapDefinition storage() {
    return MapDefinition.of(MAP, MapType.TASK_STORAGE, 4, 8, 0, MapDefinition.NO_PREALLOC);
  }

  private static Assembler ringBuffer(Assembler code) {
    return code.loadMap(R1, MAP)
        .mov(R2, 8)
        .mov(R3, 0)
        .callHelper(Helper.RINGBUF_RESERVE)
        .ifThen(
            JumpOp.NE,
            R0,
            0,
            then -> then.mov(R1, R0).mov(R2, 0).callHelper(Helper.RINGBUF_DISCARD));
  }

  private static Assembler mappedArray(Assembler code) {
    return code.loadMapValue(R1, MAP, 0).store(MemorySize.B8, R1, 0, 1);
  }

  private static Assembler taskStorage(Assembler code) {
    return code.callHelper(Helper.GET_CURRENT_TASK_BTF)
        .loadMap(R1, MAP)
        .mov(R2, R0)
        .mov(R3, 0)
        .mov(R4, 1)
        .callHelper(Helper.TASK_STORAGE_GET);
  }

  private static Assembler fetchingAtomic(Assembler code) {
    return code.store(MemorySize.B8, R10, -8, 1)
        .mov(R1, 1)
        .atomic(Width.W64, AtomicOp.ADD_FETCH, R10, -8, R1);
  }

  private static Assembler signExtension(Assembler code) {
    return code.mov(R1, 200).emit(new Instruction.SignExtend(Width.W64, 8, R2, R1));
  }
}
