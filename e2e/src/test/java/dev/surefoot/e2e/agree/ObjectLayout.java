// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.e2e.agree;

import dev.surefoot.catalog.asm.CoreAccess;
import dev.surefoot.catalog.asm.KernelStruct;
import dev.surefoot.catalog.asm.KernelStruct.Member;
import dev.surefoot.catalog.asm.KernelStruct.MemberType;
import dev.surefoot.catalog.interpreter.DeclaredTypes;
import dev.surefoot.catalog.interpreter.KernelMemory;
import dev.surefoot.catalog.schema.Column;
import dev.surefoot.catalog.schema.HookValue;
import dev.surefoot.catalog.schema.Table;
import dev.surefoot.catalog.schema.Tables;
import dev.surefoot.compiler.reference.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Lays objects out in kernel memory as the tables declare their types. */
final class ObjectLayout {
  private static final Map<String, KernelStruct> STRUCTS = structs();

  private final KernelMemory memory;

  ObjectLayout(KernelMemory memory) {
    this.memory = memory;
  }

  /** Puts the object somewhere, which it returns. */
  long put(KernelObject object) {
    long address = memory.add(new byte[size(object)]);
    fill(object, address);
    return address;
  }

  /** Puts the object at an address. */
  void put(KernelObject object, long address) {
    memory.put(address, new byte[size(object)]);
    fill(object, address);
  }

  private static int size(KernelObject object) {
    return (int) ask(CoreAccess.Kind.TYPE_SIZE, STRUCTS.get(object.struct()), List.of());
  }

  private void fill(KernelObject object, long address) {
    KernelStruct struct = STRUCTS.get(object.struct());
    object
        .members()
        .forEach(
            (name, value) -> {
              List<String> path = List.of(name.split("\\."));
              long at = address + ask(CoreAccess.Kind.FIELD_BYTE_OFFSET, struct, path);
              int bytes = (int) ask(CoreAccess.Kind.FIELD_BYTE_SIZE, struct, path);
              fill(struct, path, at, bytes, value);
            });
  }

  private void fill(KernelStruct struct, List<String> path, long at, int bytes, Object value) {
    switch (value) {
      case Long number -> memory.set(at, bytes, number);
      case KernelObject pointed -> memory.set(at, bytes, put(pointed));
      case String text when isPointer(struct, path) ->
          memory.set(at, bytes, memory.addText(Bytes.text(text)));
      case String text -> {
        byte[] characters = text.getBytes(StandardCharsets.ISO_8859_1);
        for (int i = 0; i < characters.length; i++) {
          memory.set(at + i, 1, characters[i]);
        }
      }
      default -> throw new IllegalArgumentException("not laid out: " + value);
    }
  }

  private static boolean isPointer(KernelStruct struct, List<String> path) {
    return struct.members().stream()
        .filter(member -> member.name().equals(path.getLast()))
        .map(Member::type)
        .anyMatch(MemberType.Pointer.class::isInstance);
  }

  private static long ask(CoreAccess.Kind kind, KernelStruct struct, List<String> path) {
    return new DeclaredTypes().applyAsLong(new CoreAccess(kind, struct, path));
  }

  private static Map<String, KernelStruct> structs() {
    Map<String, KernelStruct> structs = new HashMap<>();
    for (Table table : Tables.all()) {
      for (Column column : table.columns()) {
        column.sources().forEach(source -> collect(source.value(), structs));
      }
    }
    return structs;
  }

  private static void collect(HookValue value, Map<String, KernelStruct> structs) {
    switch (value) {
      case HookValue.Member member ->
          member.steps().forEach(step -> structs.put(step.struct().name(), step.struct()));
      case HookValue.PointedText text ->
          text.steps().forEach(step -> structs.put(step.struct().name(), step.struct()));
      case HookValue.Masked(HookValue inner, _) -> collect(inner, structs);
      case HookValue.Difference(HookValue left, HookValue right) -> {
        collect(left, structs);
        collect(right, structs);
      }
      case HookValue.FirstOf(var options) ->
          options.forEach(option -> collect(option.value(), structs));
      case HookValue.Clock _,
          HookValue.Pid _,
          HookValue.Tid _,
          HookValue.Uid _,
          HookValue.Gid _,
          HookValue.Cpu _,
          HookValue.CgroupId _,
          HookValue.Comm _,
          HookValue.Parameter _ -> {}
    }
  }
}
