// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.catalog.interpreter;

import static dev.surefoot.catalog.isa.Register.R0;
import static dev.surefoot.catalog.isa.Register.R1;
import static dev.surefoot.catalog.isa.Register.R10;
import static dev.surefoot.catalog.isa.Register.R2;
import static dev.surefoot.catalog.isa.Register.R3;
import static dev.surefoot.catalog.isa.Register.R4;
import static dev.surefoot.catalog.isa.Register.R6;
import static org.assertj.core.api.Assertions.assertThat;

import dev.surefoot.catalog.asm.Assembler;
import dev.surefoot.catalog.elf.MapDefinition;
import dev.surefoot.catalog.elf.MapType;
import dev.surefoot.catalog.elf.ProgramDefinition;
import dev.surefoot.catalog.isa.AtomicOp;
import dev.surefoot.catalog.isa.Helper;
import dev.surefoot.catalog.isa.JumpOp;
import dev.surefoot.catalog.isa.MemorySize;
import dev.surefoot.catalog.isa.Width;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class MachineMapsTest {
  private final BpfMachine machine =
      new BpfMachine(
          List.of(
              MapDefinition.of("array", MapType.ARRAY, 4, 12, 3, 0),
              MapDefinition.of("percpu", MapType.PERCPU_ARRAY, 4, 8, 1, 0),
              MapDefinition.of("hash", MapType.HASH, 8, 8, 2, 0),
              MapDefinition.of("percpu_hash", MapType.PERCPU_HASH, 8, 8, 2, 0),
              MapDefinition.of("lru", MapType.LRU_HASH, 8, 8, 2, 0),
              MapDefinition.of("ring", MapType.RINGBUF, 0, 0, 64, 0),
              MapDefinition.of("tasks", MapType.TASK_STORAGE, 4, 8, 0, 1)),
          2,
          new DeclaredTypes());

  private ScriptedEnvironment environment = new ScriptedEnvironment();

  @Test
  void arrayEntriesAreAddressedByKeyOrDirectly() {
    assertThat(run(code -> lookup(code, "array", 2).store(MemorySize.B4, R0, 4, 7))).isZero();
    assertThat(machine.array("array").area().getInt(2 * 16 + 4)).isEqualTo(7);
    machine.array("array").area().putInt(8, 5);
    assertThat(run(code -> code.loadMapValue(R1, "array", 8).load(MemorySize.B4, R6, R1, 0)))
        .isEqualTo(5);
    assertThat(found("array", 3)).isFalse();
  }

  @Test
  void perCpuArrayIsTheProgramsOwn() {
    environment = environment.on(1);
    run(code -> lookup(code, "percpu", 0).store(MemorySize.B8, R0, 0, 9));
    assertThat(machine.array("percpu").area(0).getLong(0)).isZero();
    assertThat(machine.array("percpu").area(1).getLong(0)).isEqualTo(9);
  }

  @Test
  void hashKeepsWhatItHasRoomFor() {
    assertThat(update("hash", 1, 10, MachineMap.NO_EXIST)).isZero();
    assertThat(update("hash", 1, 11, MachineMap.NO_EXIST)).isEqualTo(-17);
    assertThat(update("hash", 2, 20, MachineMap.EXIST)).isEqualTo(-2);
    assertThat(update("hash", 2, 20, 0)).isZero();
    assertThat(update("hash", 3, 30, 0)).isEqualTo(-7);
    assertThat(machine.hash("hash").find(key(1)).orElseThrow().getLong(0)).isEqualTo(10);
    assertThat(delete("hash", 1)).isZero();
    assertThat(delete("hash", 1)).isEqualTo(-2);
    assertThat(machine.hash("hash").keys()).containsExactly(key(2));
  }

  @Test
  void deletedValueIsReadableUntilTheEndOfTheRun() {
    update("hash", 1, 10, 0);
    assertThat(
            run(
                code -> {
                  lookup(code, "hash", 1).mov(R6, R0);
                  code.loadMap(R1, "hash").mov(R2, R10).add(R2, -8);
                  code.callHelper(Helper.MAP_DELETE_ELEM).load(MemorySize.B8, R6, R6, 0);
                }))
        .isEqualTo(10);
  }

  @Test
  void perCpuHashStartsOtherCpusAtZero() {
    environment = environment.on(1);
    update("percpu_hash", 1, 10, 0);
    assertThat(machine.hash("percpu_hash").find(key(1), 1).orElseThrow().getLong(0)).isEqualTo(10);
    assertThat(machine.hash("percpu_hash").find(key(1), 0).orElseThrow().getLong(0)).isZero();
  }

  @Test
  void lruDropsWhatWasNotTouchedForLongest() {
    update("lru", 1, 10, 0);
    update("lru", 2, 20, 0);
    assertThat(found("lru", 1)).isTrue();
    update("lru", 3, 30, 0);
    assertThat(found("lru", 2)).isFalse();
    assertThat(found("lru", 1)).isTrue();
  }

  @Test
  void ringKeepsOrderAndRefusesWhenFull() {
    assertThat(output(1)).isZero();
    assertThat(output(2)).isZero();
    assertThat(output(3)).isZero();
    assertThat(output(4)).isEqualTo(-11);
    assertThat(machine.ring("ring").usedBytes()).isEqualTo(48);
    assertThat(machine.ring("ring").consume()).containsExactly(key(1), key(2), key(3));
    assertThat(output(5)).isZero();
    assertThat(machine.ring("ring").consume()).containsExactly(key(5));
  }

  @Test
  void reservedRecordIsWrittenThenSubmittedOrDiscarded() {
    assertThat(run(code -> reserved(code, Helper.RINGBUF_SUBMIT, 8))).isZero();
    assertThat(run(code -> reserved(code, Helper.RINGBUF_DISCARD, 9))).isZero();
    assertThat(machine.ring("ring").consume()).containsExactly(key(8));
    assertThat(machine.ring("ring").usedBytes()).isZero();
  }

  @Test
  void recordsMustBeSubmittedOnceAndNotUsedAfter() {
    assertFault(
        "returned without submitting",
        code -> code.loadMap(R1, "ring").mov(R2, 8).mov(R3, 0).callHelper(Helper.RINGBUF_RESERVE));
    machine.ring("ring").consume();
    assertFault(
        "is no memory",
        code -> {
          code.loadMap(R1, "ring").mov(R2, 8).mov(R3, 0).callHelper(Helper.RINGBUF_RESERVE);
          code.mov(R6, R0).mov(R1, R0).mov(R2, 0).callHelper(Helper.RINGBUF_DISCARD);
          code.store(MemorySize.B8, R6, 0, 1);
        });
  }

  @Test
  void taskStorageIsTheTasksOwn() {
    environment = environment.withTask(0x1000, new KernelMemory());
    assertThat(run(code -> storage(code, 0).mov(R6, R0))).isZero();
    run(code -> storage(code, 1).store(MemorySize.B8, R0, 0, 5));
    assertThat(machine.taskStorage("tasks").find(0x1000).orElseThrow().getLong(0)).isEqualTo(5);
    environment = environment.withTask(0x2000, new KernelMemory());
    assertThat(run(code -> storage(code, 1).load(MemorySize.B8, R6, R0, 0))).isZero();
    machine.taskStorage("tasks").taskEnded(0x1000);
    assertThat(machine.taskStorage("tasks").find(0x1000)).isEmpty();
  }

  @Test
  void atomicsWorkOnValues() {
    update("hash", 1, 10, 0);
    run(code -> lookup(code, "hash", 1).mov(R1, 5).atomic(Width.W64, AtomicOp.ADD, R0, 0, R1));
    assertThat(machine.hash("hash").find(key(1)).orElseThrow().getLong(0)).isEqualTo(15);
  }

  @Test
  void mapsAreCheckedByTheHelpers() {
    assertFault("0x0 is no map", code -> code.mov(R1, 0).callHelper(Helper.MAP_LOOKUP_ELEM));
    assertFault(
        "hash is of type HASH",
        code -> code.loadMap(R1, "hash").mov(R2, 8).callHelper(Helper.RINGBUF_RESERVE));
    assertFault("a ring buffer has no keys", code -> lookup(code, "ring", 1));
  }

  private boolean found(String map, long key) {
    return run(
            code -> lookup(code, map, key).mov(R6, 0).ifThen(JumpOp.NE, R0, 0, t -> t.mov(R6, 1)))
        == 1;
  }

  private long update(String map, long key, long value, long flags) {
    return run(
        code ->
            code.mov(R1, (int) key)
                .store(MemorySize.B8, R10, -8, R1)
                .store(MemorySize.B8, R10, -16, (int) value)
                .loadMap(R1, map)
                .mov(R2, R10)
                .add(R2, -8)
                .mov(R3, R10)
                .add(R3, -16)
                .mov(R4, (int) flags)
                .callHelper(Helper.MAP_UPDATE_ELEM)
                .mov(R6, R0));
  }

  private long delete(String map, long key) {
    return run(
        code ->
            code.store(MemorySize.B8, R10, -8, (int) key)
                .loadMap(R1, map)
                .mov(R2, R10)
                .add(R2, -8)
                .callHelper(Helper.MAP_DELETE_ELEM)
                .mov(R6, R0));
  }

  private long output(long value) {
    return run(
        code ->
            code.store(MemorySize.B8, R10, -8, (int) value)
                .loadMap(R1, "ring")
                .mov(R2, R10)
                .add(R2, -8)
                .mov(R3, 8)
                .mov(R4, 0)
                .callHelper(Helper.RINGBUF_OUTPUT)
                .mov(R6, R0));
  }

  private static void reserved(Assembler code, Helper end, int value) {
    code.loadMap(R1, "ring")
        .mov(R2, 8)
        .mov(R3, 0)
        .callHelper(Helper.RINGBUF_RESERVE)
        .store(MemorySize.B8, R0, 0, value)
        .mov(R1, R0)
        .mov(R2, 0)
        .callHelper(end);
  }

  private static Assembler storage(Assembler code, int flags) {
    return code.callHelper(Helper.GET_CURRENT_TASK_BTF)
        .loadMap(R1, "tasks")
        .mov(R2, R0)
        .mov(R3, 0)
        .mov(R4, flags)
        .callHelper(Helper.TASK_STORAGE_GET);
  }

  private static Assembler lookup(Assembler code, String map, long key) {
    return code.store(MemorySize.B8, R10, -8, (int) key)
        .loadMap(R1, map)
        .mov(R2, R10)
        .add(R2, -8)
        .callHelper(Helper.MAP_LOOKUP_ELEM);
  }

  /** Runs the code and gives what it left in R6. */
  private long run(Consumer<Assembler> body) {
    Outcome outcome = outcome(body);
    assertThat(outcome).isInstanceOf(Outcome.Returned.class);
    return ((Outcome.Returned) outcome).r0();
  }

  private void assertFault(String reason, Consumer<Assembler> body) {
    assertThat(outcome(body))
        .isInstanceOfSatisfying(
            Outcome.Faulted.class, fault -> assertThat(fault.reason()).contains(reason));
  }

  private Outcome outcome(Consumer<Assembler> body) {
    Assembler code = new Assembler("test").mov(R6, 0);
    body.accept(code);
    ProgramDefinition program =
        new ProgramDefinition("syscall", code.mov(R0, R6).exit().assemble());
    return machine.run(program, new byte[0], environment);
  }

  private static byte[] key(long value) {
    return ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(value).array();
  }
}
