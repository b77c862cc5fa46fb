// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.catalog.elf;

import static dev.surefoot.catalog.isa.JumpOp.EQ;
import static dev.surefoot.catalog.isa.Register.R0;
import static dev.surefoot.catalog.isa.Register.R1;
import static dev.surefoot.catalog.isa.Register.R10;
import static dev.surefoot.catalog.isa.Register.R2;
import static dev.surefoot.catalog.isa.Register.R3;
import static dev.surefoot.catalog.isa.Register.R4;
import static dev.surefoot.catalog.isa.Register.R6;

import dev.surefoot.catalog.asm.AssembledFunction;
import dev.surefoot.catalog.asm.Assembler;
import dev.surefoot.catalog.asm.CoreAccess;
import dev.surefoot.catalog.asm.CoreAccess.Kind;
import dev.surefoot.catalog.asm.KernelStruct;
import dev.surefoot.catalog.asm.KernelStruct.Form;
import dev.surefoot.catalog.asm.KernelStruct.Member;
import dev.surefoot.catalog.asm.KernelStruct.MemberType;
import dev.surefoot.catalog.asm.SourceLine;
import dev.surefoot.catalog.elf.KfuncDefinition.KfuncType;
import dev.surefoot.catalog.isa.AtomicOp;
import dev.surefoot.catalog.isa.Helper;
import dev.surefoot.catalog.isa.MemorySize;
import dev.surefoot.catalog.isa.Width;
import dev.surefoot.catalog.layout.FieldType;
import dev.surefoot.catalog.layout.RecordLayout;
import java.util.List;
import java.util.Optional;

/** Objects that use what the writer has to offer, and that every kernel since 5.10 loads. */
final class TestingObjects {
  static final RecordLayout KEY = RecordLayout.named("exit_key").add("tgid", FieldType.U32).build();

  static final RecordLayout VALUE =
      RecordLayout.named("exit_value")
          .add("count", FieldType.U64)
          .add("comm", new FieldType.Text(16))
          .build();

  static final MapDefinition COUNTS =
      new MapDefinition(
          "counts", MapType.HASH, 8, 24, 1024, 0, Optional.of(KEY), Optional.of(VALUE));

  static final MapDefinition AREA =
      MapDefinition.of("area", MapType.ARRAY, 4, 256 << 10, 1, MapDefinition.MMAPABLE);

  static final MapDefinition RING = MapDefinition.of("rows", MapType.RINGBUF, 0, 0, 64 << 10, 0);

  static final KernelStruct TASK =
      new KernelStruct(
          "task_struct",
          Form.STRUCT,
          List.of(
              new Member("comm", new MemberType.Array(new MemberType.Int(1, true), 16)),
              new Member("real_parent", new MemberType.Pointer()),
              new Member("tgid", new MemberType.Int(4, true))));

  private static final SourceLine SELECT = new SourceLine(1, 8, "SELECT tgid, COUNT(*)");
  private static final SourceLine FROM = new SourceLine(2, 1, "FROM process_exit");

  private TestingObjects() {}

  /** Counts exits in a hash and in a mapped array, and ships the tgid through a ring. */
  static ObjectDefinition exits() {
    return new ObjectDefinition(
        "query.sql",
        "GPL",
        List.of(COUNTS, AREA, RING),
        List.of(new ProgramDefinition("tp_btf/sched_process_exit", exit())));
  }

  private static AssembledFunction exit() {
    return new Assembler("on_exit")
        .line(FROM)
        .load(MemorySize.B8, R6, R1, 0)
        .coreLoad(MemorySize.B4, false, R6, R6, CoreAccess.offsetOf(TASK, "tgid"))
        .line(SELECT)
        .loadMapValue(R1, "area", 4096)
        .mov(R2, 1)
        .atomic(Width.W64, AtomicOp.ADD, R1, 8, R2)
        .store(MemorySize.B8, R10, -8, R6)
        .loadMap(R1, "rows")
        .mov(R2, R10)
        .add(R2, -8)
        .mov(R3, 8)
        .mov(R4, 0)
        .callHelper(Helper.RINGBUF_OUTPUT)
        .loadMap(R1, "counts")
        .mov(R2, R10)
        .add(R2, -8)
        .callHelper(Helper.MAP_LOOKUP_ELEM)
        .ifThen(EQ, R0, 0, then -> then.mov(R0, 0).exit())
        .mov(R1, 1)
        .atomic(Width.W64, AtomicOp.ADD, R0, 0, R1)
        .mov(R0, 0)
        .exit()
        .assemble();
  }

  /** Two programs in one section, which share a subprogram that calls another. */
  static ObjectDefinition sharedSubprograms() {
    AssembledFunction twice = new Assembler("twice").mov(R0, R1).add(R0, R1).exit().assemble();
    AssembledFunction fourTimes =
        new Assembler("four_times")
            .callFunction("twice")
            .mov(R1, R0)
            .callFunction("twice")
            .exit()
            .assemble();
    List<AssembledFunction> subprograms = List.of(twice, fourTimes);
    return new ObjectDefinition(
        "calls.sql",
        "GPL",
        List.of(),
        List.of(
            new ProgramDefinition("raw_tp/sys_enter", calling("first", 2), subprograms),
            new ProgramDefinition("raw_tp/sys_enter", calling("second", 3), subprograms)));
  }

  private static AssembledFunction calling(String name, int argument) {
    return new Assembler(name)
        .mov(R1, argument)
        .callFunction("four_times")
        .mov(R0, 0)
        .exit()
        .assemble();
  }

  /** A program that reads the CPU's number by a kernel function; needs 6.x. */
  static ObjectDefinition kernelFunction() {
    KfuncType task = new KfuncType.Pointer(new KfuncType.Struct("task_struct"));
    return new ObjectDefinition(
        "kfunc.sql",
        "GPL",
        List.of(),
        List.of(
            new ProgramDefinition(
                "tp_btf/sched_process_exit",
                new Assembler("lock_unlock")
                    .callKfunc("bpf_rcu_read_lock")
                    .callKfunc("bpf_rcu_read_unlock")
                    .mov(R0, 0)
                    .exit()
                    .assemble())),
        List.of(
            new KfuncDefinition("bpf_rcu_read_lock", new KfuncType.Nothing(), List.of()),
            new KfuncDefinition("bpf_rcu_read_unlock", new KfuncType.Nothing(), List.of()),
            new KfuncDefinition("bpf_task_release", new KfuncType.Nothing(), List.of(task))));
  }

  /** Asks CO-RE questions of every kind, each answer in R1. */
  static ObjectDefinition questions() {
    KernelStruct renamed =
        new KernelStruct(
            "task_struct___renamed",
            Form.STRUCT,
            List.of(new Member("no_such_member", new MemberType.Int(4, false))));
    KernelStruct absent = new KernelStruct("no_such_struct", Form.STRUCT, List.of());
    KernelStruct protocols =
        new KernelStruct(
            "bpf_map_type",
            Form.ENUM,
            List.of(
                new Member("BPF_MAP_TYPE_NO_SUCH", new MemberType.Int(4, false)),
                new Member("BPF_MAP_TYPE_RINGBUF", new MemberType.Int(4, false))));
    return new ObjectDefinition(
        "core.sql",
        "GPL",
        List.of(),
        List.of(
            new ProgramDefinition(
                "raw_tp/sys_enter",
                new Assembler("questions")
                    .coreMov(R1, access(Kind.FIELD_EXISTS, TASK, "tgid"))
                    .coreMov(R1, access(Kind.FIELD_EXISTS, renamed, "no_such_member"))
                    .coreMov(R1, access(Kind.FIELD_BYTE_SIZE, TASK, "comm"))
                    .coreMov(R1, access(Kind.TYPE_EXISTS, absent))
                    .coreMov(R1, access(Kind.TYPE_EXISTS, TASK))
                    .coreMov(R1, access(Kind.ENUM_VALUE_EXISTS, protocols, "BPF_MAP_TYPE_NO_SUCH"))
                    .coreMov(R1, access(Kind.ENUM_VALUE, protocols, "BPF_MAP_TYPE_RINGBUF"))
                    .coreMov(R2, access(Kind.TYPE_SIZE, TASK))
                    .coreAdd(R2, CoreAccess.offsetOf(TASK, "real_parent"))
                    .mov(R0, 0)
                    .exit()
                    .assemble())));
  }

  private static CoreAccess access(Kind kind, KernelStruct struct, String... path) {
    return new CoreAccess(kind, struct, List.of(path));
  }

  /** Hands a subprogram's address to a helper; needs 5.17. */
  static ObjectDefinition callback() {
    AssembledFunction step = new Assembler("step").mov(R0, 0).exit().assemble();
    return new ObjectDefinition(
        "loop.sql",
        "GPL",
        List.of(),
        List.of(
            new ProgramDefinition(
                "raw_tp/sys_enter",
                new Assembler("loop")
                    .mov(R1, 10)
                    .loadFunctionAddress(R2, "step")
                    .mov(R3, 0)
                    .mov(R4, 0)
                    .callHelper(Helper.LOOP)
                    .mov(R0, 0)
                    .exit()
                    .assemble(),
                List.of(step))));
  }

  /** Declares maps of every kind but the arena, typed and plain. */
  static ObjectDefinition allMaps() {
    RecordLayout prefix =
        RecordLayout.named("prefix")
            .add("bits", FieldType.U32)
            .add("address", FieldType.U32)
            .build();
    return new ObjectDefinition(
        "maps.sql",
        "GPL",
        List.of(
            COUNTS,
            RING,
            MapDefinition.of("plain_hash", MapType.HASH, 12, 20, 16, MapDefinition.NO_PREALLOC),
            typed("typed_array", MapType.ARRAY, 4, KEY, 32, 0),
            MapDefinition.of("mapped", MapType.ARRAY, 4, 8, 100, MapDefinition.MMAPABLE),
            typed("cpu_array", MapType.PERCPU_ARRAY, 4, KEY, 8, 0),
            typed("cpu_hash", MapType.PERCPU_HASH, 8, KEY, 64, 0),
            typed("lru", MapType.LRU_HASH, 8, KEY, 64, 0),
            MapDefinition.of("cpu_lru", MapType.LRU_PERCPU_HASH, 8, 8, 64, 0),
            MapDefinition.of("programs", MapType.PROG_ARRAY, 4, 4, 4, 0),
            MapDefinition.of("events", MapType.PERF_EVENT_ARRAY, 4, 4, 0, 0),
            typed("trie", MapType.LPM_TRIE, 8, prefix, 8, MapDefinition.NO_PREALLOC),
            MapDefinition.of("storage", MapType.TASK_STORAGE, 4, 24, 0, MapDefinition.NO_PREALLOC)),
        List.of(
            new ProgramDefinition(
                "raw_tp/sys_enter",
                new Assembler("touch_maps").loadMap(R1, "trie").mov(R0, 0).exit().assemble())));
  }

  private static MapDefinition typed(
      String name, MapType type, int keyBytes, RecordLayout layout, int entries, int flags) {
    return new MapDefinition(
        name,
        type,
        keyBytes,
        layout.bytes(),
        entries,
        flags,
        Optional.of(layout),
        Optional.of(layout));
  }
}
