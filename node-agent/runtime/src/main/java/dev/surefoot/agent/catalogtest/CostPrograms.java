// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.agent.catalogtest;

import static dev.surefoot.catalog.isa.Register.R0;
import static dev.surefoot.catalog.isa.Register.R1;
import static dev.surefoot.catalog.isa.Register.R10;
import static dev.surefoot.catalog.isa.Register.R2;
import static dev.surefoot.catalog.isa.Register.R3;
import static dev.surefoot.catalog.isa.Register.R4;
import static dev.surefoot.catalog.isa.Register.R7;
import static dev.surefoot.catalog.isa.Register.R8;

import dev.surefoot.catalog.asm.Assembler;
import dev.surefoot.catalog.elf.MapDefinition;
import dev.surefoot.catalog.elf.MapType;
import dev.surefoot.catalog.isa.Helper;
import dev.surefoot.catalog.isa.JumpOp;
import dev.surefoot.catalog.isa.MemorySize;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** The programs that are timed. */
final class CostPrograms {
  /** Instructions in one iteration of {@link #instructions}. */
  static final int INSTRUCTIONS = 16;

  /** Bytes that one iteration of {@link #ringOutput} copies, beyond the fixed part. */
  static final int OUTPUT_BYTES = 4096;

  private static final int ITERATIONS = 256;
  private static final int OUTPUT_ITERATIONS = 16;
  private static final int RING_BYTES = 1 << 20;
  private static final int BPF_RB_NO_WAKEUP = 1;
  private static final int KEY = -16;
  private static final int VALUE = -24;
  private static final int SCRATCH = -48;
  private static final int COMM_BYTES = 16;
  private static final String MAP = "map";
  private static final String SOURCE = "source";

  private CostPrograms() {}

  static CostProgram empty() {
    return program("empty", _ -> {});
  }

  /** A helper without arguments. */
  static CostProgram helper(Helper helper) {
    return program(helper.name().toLowerCase(Locale.ROOT), c -> c.callHelper(helper));
  }

  static CostProgram comm() {
    return program(
        "comm",
        code ->
            code.mov(R1, R10)
                .add(R1, SCRATCH)
                .mov(R2, COMM_BYTES)
                .callHelper(Helper.GET_CURRENT_COMM));
  }

  static CostProgram probeRead() {
    return new CostProgram(
        "probe_read",
        ITERATIONS,
        List.of(),
        code -> code.callHelper(Helper.GET_CURRENT_TASK).mov(R7, R0),
        code ->
            code.mov(R1, R10)
                .add(R1, SCRATCH)
                .mov(R2, Long.BYTES)
                .mov(R3, R7)
                .callHelper(Helper.PROBE_READ_KERNEL));
  }

  /** The first member of the task, {@code thread_info.flags}, so that no relocation is needed. */
  static CostProgram typedLoad() {
    return new CostProgram(
        "typed_load",
        ITERATIONS,
        List.of(),
        code -> code.callHelper(Helper.GET_CURRENT_TASK_BTF).mov(R7, R0),
        code -> code.load(MemorySize.B8, R8, R7, 0));
  }

  static CostProgram instructions() {
    return new CostProgram(
        "instructions",
        ITERATIONS,
        List.of(),
        code -> code.callHelper(Helper.GET_PRANDOM_U32).mov(R7, R0).mov(R8, R0),
        code -> {
          for (int i = 0; i < INSTRUCTIONS / 4; i++) {
            code.add(R7, R8)
                .store(MemorySize.B8, R10, SCRATCH, R7)
                .xor(R8, R7)
                .load(MemorySize.B8, R7, R10, SCRATCH);
          }
        });
  }

  static CostProgram lookup(MapType type) {
    return keyed("lookup", type, code -> keyArgument(code).callHelper(Helper.MAP_LOOKUP_ELEM));
  }

  static CostProgram update(MapType type) {
    return keyed("update", type, CostPrograms::updateCall);
  }

  static CostProgram updateAndDelete(MapType type) {
    return keyed(
        "update_delete",
        type,
        code -> keyArgument(updateCall(code)).callHelper(Helper.MAP_DELETE_ELEM));
  }

  static CostProgram storageGet() {
    return storage("storage_get", CostPrograms::storageCall);
  }

  static CostProgram storageGetAndDelete() {
    return storage(
        "storage_delete",
        code ->
            storageCall(code).loadMap(R1, MAP).mov(R2, R7).callHelper(Helper.TASK_STORAGE_DELETE));
  }

  static CostProgram ringReserveSubmit() {
    return new CostProgram(
        "ring_reserve",
        ITERATIONS,
        List.of(ring()),
        _ -> {},
        code ->
            code.loadMap(R1, MAP)
                .mov(R2, 64)
                .mov(R3, 0)
                .callHelper(Helper.RINGBUF_RESERVE)
                .ifThen(
                    JumpOp.NE,
                    R0,
                    0,
                    then ->
                        then.mov(R1, R0)
                            .mov(R2, BPF_RB_NO_WAKEUP)
                            .callHelper(Helper.RINGBUF_SUBMIT)));
  }

  static CostProgram ringOutput() {
    MapDefinition source =
        MapDefinition.of(SOURCE, MapType.ARRAY, 4, OUTPUT_BYTES, 1, MapDefinition.MMAPABLE);
    return new CostProgram(
        "ring_output",
        OUTPUT_ITERATIONS,
        List.of(ring(), source),
        _ -> {},
        code ->
            code.loadMap(R1, MAP)
                .loadMapValue(R2, SOURCE, 0)
                .mov(R3, OUTPUT_BYTES)
                .mov(R4, BPF_RB_NO_WAKEUP)
                .callHelper(Helper.RINGBUF_OUTPUT));
  }

  private static CostProgram program(String name, Consumer<Assembler> body) {
    return new CostProgram(name, ITERATIONS, List.of(), _ -> {}, body);
  }

  private static CostProgram keyed(String name, MapType type, Consumer<Assembler> body) {
    boolean array = type == MapType.ARRAY;
    MapDefinition map = MapDefinition.of(MAP, type, array ? 4 : 8, 8, 1024, 0);
    return new CostProgram(
        name,
        ITERATIONS,
        List.of(map),
        code -> {
          code.store(MemorySize.B8, R10, KEY, 17).store(MemorySize.B8, R10, VALUE, 0);
          updateCall(code);
        },
        body);
  }

  private static Assembler keyArgument(Assembler code) {
    return code.loadMap(R1, MAP).mov(R2, R10).add(R2, KEY);
  }

  private static Assembler updateCall(Assembler code) {
    return keyArgument(code)
        .mov(R3, R10)
        .add(R3, VALUE)
        .mov(R4, 0)
        .callHelper(Helper.MAP_UPDATE_ELEM);
  }

  private static CostProgram storage(String name, Consumer<Assembler> body) {
    MapDefinition map =
        MapDefinition.of(MAP, MapType.TASK_STORAGE, 4, 8, 0, MapDefinition.NO_PREALLOC);
    return new CostProgram(
        name,
        ITERATIONS,
        List.of(map),
        code -> {
          code.callHelper(Helper.GET_CURRENT_TASK_BTF).mov(R7, R0);
          storageCall(code);
        },
        body);
  }

  private static Assembler storageCall(Assembler code) {
    return code.loadMap(R1, MAP)
        .mov(R2, R7)
        .mov(R3, 0)
        .mov(R4, 1)
        .callHelper(Helper.TASK_STORAGE_GET);
  }

  private static MapDefinition ring() {
    return MapDefinition.of(MAP, MapType.RINGBUF, 0, 0, RING_BYTES, 0);
  }
}
