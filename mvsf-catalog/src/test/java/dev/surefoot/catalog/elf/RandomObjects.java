// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.catalog.elf;

import dev.surefoot.catalog.asm.AssembledFunction;
import dev.surefoot.catalog.asm.CoreAccess;
import dev.surefoot.catalog.asm.KernelStruct;
import dev.surefoot.catalog.asm.KernelStruct.Form;
import dev.surefoot.catalog.asm.KernelStruct.Member;
import dev.surefoot.catalog.asm.KernelStruct.MemberType;
import dev.surefoot.catalog.asm.LineMark;
import dev.surefoot.catalog.asm.Reference;
import dev.surefoot.catalog.asm.SourceLine;
import dev.surefoot.catalog.elf.KfuncDefinition.KfuncType;
import dev.surefoot.catalog.isa.AluOp;
import dev.surefoot.catalog.isa.Immediate64;
import dev.surefoot.catalog.isa.Instruction;
import dev.surefoot.catalog.isa.MemorySize;
import dev.surefoot.catalog.isa.Operand;
import dev.surefoot.catalog.isa.Register;
import dev.surefoot.catalog.isa.Width;
import dev.surefoot.catalog.layout.FieldType;
import dev.surefoot.catalog.layout.RecordLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Random definitions of objects, in the form that the reader gives. They are well formed, but no
 * verifier would take their code.
 */
public final class RandomObjects {
  private static final List<String> SECTIONS =
      List.of("raw_tp/sys_enter", "tp_btf/sched_switch", "tracepoint/sched/sched_switch");

  private final Random random;
  private final List<MapDefinition> maps = new ArrayList<>();
  private final List<KfuncDefinition> kfuncs = new ArrayList<>();

  private RandomObjects(long seed) {
    random = new Random(seed);
  }

  /** The object of this seed. */
  public static ObjectDefinition of(long seed) {
    return new RandomObjects(seed).object();
  }

  private ObjectDefinition object() {
    for (int i = random.nextInt(5); i >= 0; i--) {
      maps.add(map("map_" + i));
      maps.add(MapDefinition.of("area_" + i, MapType.ARRAY, 4, 8 + i * 5000, 1, 1024));
    }
    for (int i = random.nextInt(3); i > 0; i--) {
      kfuncs.add(
          new KfuncDefinition(
              "kernel_function_" + i,
              new KfuncType.Nothing(),
              List.of(
                  new KfuncType.Int(4, random.nextBoolean()),
                  new KfuncType.Pointer(new KfuncType.Struct("task_struct")))));
    }
    List<ProgramDefinition> programs = new ArrayList<>();
    for (int i = random.nextInt(4); i >= 0; i--) {
      String section = SECTIONS.get(random.nextInt(SECTIONS.size()));
      AssembledFunction leaf = function("leaf_" + i, List.of());
      AssembledFunction middle = function("middle_" + i, List.of("leaf_" + i));
      AssembledFunction entry = function("entry_" + i, List.of("middle_" + i));
      programs.add(new ProgramDefinition(section, entry, List.of(leaf, middle)));
    }
    List<MapDefinition> used = maps.stream().filter(map -> isUsable(map, programs)).toList();
    return new ObjectDefinition("query.sql", "GPL", used, programs, kfuncs);
  }

  /** A mapped array of one element is read back as such where its value is addressed. */
  private static boolean isUsable(MapDefinition map, List<ProgramDefinition> programs) {
    return !map.name().startsWith("area")
        || programs.stream()
            .flatMap(RandomObjects::references)
            .anyMatch(
                r -> r instanceof Reference.ToMapValue value && value.map().equals(map.name()));
  }

  private static Stream<Reference> references(ProgramDefinition program) {
    return Stream.concat(
        program.entry().references().stream(),
        program.subprograms().stream().flatMap(f -> f.references().stream()));
  }

  private MapDefinition map(String name) {
    return switch (random.nextInt(4)) {
      case 0 -> MapDefinition.of(name, MapType.RINGBUF, 0, 0, 4096, 0);
      case 1 -> MapDefinition.of(name, MapType.ARRAY, 4, 1 + random.nextInt(99), 7, 1024);
      case 2 -> typed(name, MapType.HASH, layout("key"), layout("value"));
      default -> typed(name, MapType.PERCPU_HASH, layout("key"), layout("value"));
    };
  }

  private static MapDefinition typed(
      String name, MapType type, RecordLayout key, RecordLayout value) {
    return new MapDefinition(
        name, type, key.bytes(), value.bytes(), 64, 0, Optional.of(key), Optional.of(value));
  }

  private RecordLayout layout(String name) {
    List<FieldType> types =
        List.of(FieldType.U8, FieldType.U16, FieldType.U32, FieldType.I64, new FieldType.Text(16));
    RecordLayout.Builder builder = RecordLayout.named(name);
    for (int i = random.nextInt(5); i >= 0; i--) {
      builder.add("field_" + i, types.get(random.nextInt(types.size())));
    }
    return builder.build();
  }

  private AssembledFunction function(String name, List<String> callees) {
    List<Instruction> code = new ArrayList<>();
    List<Reference> references = new ArrayList<>();
    List<LineMark> lines = new ArrayList<>();
    callees.forEach(callee -> call(callee, code, references));
    for (int i = random.nextInt(20); i >= 0; i--) {
      boolean isNew = lines.isEmpty() || lines.getLast().index() < code.size();
      if (isNew && random.nextInt(3) == 0) {
        lines.add(new LineMark(code.size(), line()));
      }
      step(code, references);
    }
    code.add(new Instruction.Exit());
    return new AssembledFunction(name, code, references, lines);
  }

  private SourceLine line() {
    int line = 1 + random.nextInt(99);
    return new SourceLine(line, 1 + random.nextInt(80), "line %d: 'ä' \"q\"".formatted(line));
  }

  private static void call(String callee, List<Instruction> code, List<Reference> references) {
    references.add(new Reference.ToFunction(code.size(), callee));
    code.add(new Instruction.CallSubprogram(-1));
    references.add(new Reference.ToFunction(code.size(), callee));
    code.add(loadAddress());
  }

  private void step(List<Instruction> code, List<Reference> references) {
    MapDefinition map = maps.get(random.nextInt(maps.size()));
    switch (random.nextInt(6)) {
      case 0 -> {
        boolean area = map.name().startsWith("area");
        references.add(
            area
                ? new Reference.ToMapValue(
                    code.size(), map.name(), random.nextInt(map.valueBytes()))
                : new Reference.ToMap(code.size(), map.name()));
        code.add(loadAddress());
      }
      case 1 -> {
        references.add(new Reference.ToKernelType(code.size(), access()));
        code.add(new Instruction.Load(MemorySize.B4, false, Register.R1, Register.R2, 0));
      }
      case 2 -> {
        if (!kfuncs.isEmpty()) {
          String kfunc = kfuncs.get(random.nextInt(kfuncs.size())).name();
          references.add(new Reference.ToKfunc(code.size(), kfunc));
          code.add(new Instruction.CallKfunc(-1, 0));
        }
      }
      case 3 -> code.add(new Instruction.CallHelper(1 + random.nextInt(200)));
      case 4 ->
          code.add(
              new Instruction.LoadImmediate64(
                  Register.R3, new Immediate64.Value(random.nextLong())));
      default ->
          code.add(
              new Instruction.Alu(Width.W64, AluOp.ADD, Register.R4, Operand.of(random.nextInt())));
    }
  }

  private static Instruction loadAddress() {
    return new Instruction.LoadImmediate64(Register.R1, new Immediate64.Value(0));
  }

  private CoreAccess access() {
    KernelStruct inner =
        new KernelStruct(
            "inner",
            Form.UNION,
            List.of(
                new Member("a", new MemberType.Int(8, true)),
                new Member("b", new MemberType.Array(new MemberType.Int(2, false), 5))));
    KernelStruct outer =
        new KernelStruct(
            "outer___flavor",
            Form.STRUCT,
            List.of(
                new Member("first", new MemberType.Int(1, false)),
                new Member("pointer", new MemberType.Pointer()),
                new Member("inside", new MemberType.Embedded(inner))));
    KernelStruct values =
        new KernelStruct(
            "values",
            Form.ENUM,
            List.of(
                new Member("ZERO", new MemberType.Int(4, false)),
                new Member("ONE", new MemberType.Int(4, false))));
    return switch (random.nextInt(6)) {
      case 0 -> CoreAccess.offsetOf(outer, "inside", "b");
      case 1 -> CoreAccess.offsetOf(outer, "pointer");
      case 2 -> new CoreAccess(CoreAccess.Kind.FIELD_EXISTS, outer, List.of("first"));
      case 3 -> new CoreAccess(CoreAccess.Kind.TYPE_SIZE, inner, List.of());
      case 4 -> new CoreAccess(CoreAccess.Kind.ENUM_VALUE, values, List.of("ONE"));
      default -> new CoreAccess(CoreAccess.Kind.FIELD_BYTE_SIZE, outer, List.of("inside"));
    };
  }
}
