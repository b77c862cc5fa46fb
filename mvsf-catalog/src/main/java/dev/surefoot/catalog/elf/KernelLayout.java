// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.catalog.elf;

import dev.surefoot.catalog.asm.CoreAccess;
import dev.surefoot.catalog.asm.KernelStruct;
import dev.surefoot.catalog.asm.KernelStruct.Member;
import dev.surefoot.catalog.asm.KernelStruct.MemberType;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;

/**
 * Where the members of a declared kernel type lie in the object's own view, naturally aligned as a
 * C compiler has them. At load libbpf replaces each such offset by that of the running kernel, but
 * first compares it with what the instruction holds.
 */
final class KernelLayout {
  private KernelLayout() {}

  /** Size of the type in bytes. */
  static int bytes(KernelStruct type) {
    int last = type.members().size() - 1;
    int end =
        switch (type.form()) {
          case STRUCT -> last < 0 ? 0 : memberOffset(type, last) + bytes(type, last);
          case UNION -> type.members().stream().mapToInt(m -> bytes(m.type())).max().orElse(0);
          case ENUM -> 4;
        };
    return align(end, alignment(type));
  }

  /** Offset of a member in bytes. */
  static int memberOffset(KernelStruct type, int member) {
    if (type.form() == KernelStruct.Form.UNION) {
      return 0;
    }
    int offset = 0;
    for (int i = 0; i <= member; i++) {
      offset = align(offset, alignment(type.members().get(i).type()));
      offset += i < member ? bytes(type, i) : 0;
    }
    return offset;
  }

  /** The indexes of the path's members as libbpf has them: {@code 0:2:1}. */
  static String access(CoreAccess access) {
    boolean ofEnumValue =
        access.struct().form() == KernelStruct.Form.ENUM && !access.path().isEmpty();
    StringJoiner joined = new StringJoiner(":");
    if (!ofEnumValue) {
      joined.add("0");
    }
    steps(access).forEach(step -> joined.add(Integer.toString(step.index())));
    return joined.toString();
  }

  /** What the instruction holds in the object: the answer for the object's own view. */
  static int value(CoreAccess access) {
    return switch (access.kind()) {
      case FIELD_BYTE_OFFSET ->
          steps(access).stream().mapToInt(step -> memberOffset(step.struct(), step.index())).sum();
      case FIELD_BYTE_SIZE -> bytes(steps(access).getLast().member().type());
      case FIELD_EXISTS, TYPE_EXISTS, ENUM_VALUE_EXISTS -> 1;
      case TYPE_SIZE -> bytes(access.struct());
      case ENUM_VALUE -> steps(access).getLast().index();
    };
  }

  private record Step(KernelStruct struct, int index) {
    Member member() {
      return struct.members().get(index);
    }
  }

  private static List<Step> steps(CoreAccess access) {
    List<Step> steps = new ArrayList<>();
    KernelStruct struct = access.struct();
    for (String name : access.path()) {
      if (!steps.isEmpty()) {
        struct = embedded(steps.getLast());
      }
      steps.add(new Step(struct, index(struct, name)));
    }
    return steps;
  }

  private static KernelStruct embedded(Step step) {
    if (step.member().type() instanceof MemberType.Embedded(KernelStruct inner)) {
      return inner;
    }
    throw new IllegalArgumentException(
        "%s.%s is no embedded struct".formatted(step.struct().name(), step.member().name()));
  }

  private static int index(KernelStruct struct, String name) {
    for (int i = 0; i < struct.members().size(); i++) {
      if (struct.members().get(i).name().equals(name)) {
        return i;
      }
    }
    throw new IllegalArgumentException("%s declares no member %s".formatted(struct.name(), name));
  }

  private static int bytes(KernelStruct type, int member) {
    return bytes(type.members().get(member).type());
  }

  private static int bytes(MemberType type) {
    return switch (type) {
      case MemberType.Int(int bytes, _) -> bytes;
      case MemberType.Pointer _ -> 8;
      case MemberType.Array(MemberType element, int length) -> bytes(element) * length;
      case MemberType.Embedded(KernelStruct struct) -> bytes(struct);
    };
  }

  private static int alignment(MemberType type) {
    return switch (type) {
      case MemberType.Int(int bytes, _) -> bytes;
      case MemberType.Pointer _ -> 8;
      case MemberType.Array(MemberType element, _) -> alignment(element);
      case MemberType.Embedded(KernelStruct struct) -> alignment(struct);
    };
  }

  private static int alignment(KernelStruct type) {
    return type.form() == KernelStruct.Form.ENUM
        ? 4
        : type.members().stream().mapToInt(m -> alignment(m.type())).max().orElse(1);
  }

  private static int align(int offset, int alignment) {
    return Math.ceilDiv(offset, alignment) * alignment;
  }
}
