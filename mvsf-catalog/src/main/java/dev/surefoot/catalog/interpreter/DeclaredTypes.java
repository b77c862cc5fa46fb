// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.catalog.interpreter;

import dev.surefoot.catalog.asm.CoreAccess;
import dev.surefoot.catalog.asm.KernelStruct;
import dev.surefoot.catalog.asm.KernelStruct.Form;
import dev.surefoot.catalog.asm.KernelStruct.Member;
import dev.surefoot.catalog.asm.KernelStruct.MemberType;
import java.util.List;
import java.util.function.ToLongFunction;

/** Answers about a kernel whose types are just as the program declares them, laid out as in C. */
public final class DeclaredTypes implements ToLongFunction<CoreAccess> {
  @Override
  public long applyAsLong(CoreAccess access) {
    return switch (access.kind()) {
      case FIELD_BYTE_OFFSET -> offset(access.struct(), access.path());
      case FIELD_BYTE_SIZE -> size(last(access).type());
      case TYPE_SIZE -> size(new MemberType.Embedded(access.struct()));
      case FIELD_EXISTS, TYPE_EXISTS, ENUM_VALUE_EXISTS -> 1;
      case ENUM_VALUE -> access.struct().members().indexOf(last(access));
    };
  }

  private static Member last(CoreAccess access) {
    KernelStruct struct = access.struct();
    List<String> path = access.path();
    for (String step : path.subList(0, path.size() - 1)) {
      struct = embedded(member(struct, step));
    }
    return member(struct, path.getLast());
  }

  private static long offset(KernelStruct struct, List<String> path) {
    Member member = member(struct, path.getFirst());
    long inner = path.size() == 1 ? 0 : offset(embedded(member), path.subList(1, path.size()));
    return offset(struct, member) + inner;
  }

  private static long offset(KernelStruct struct, Member wanted) {
    long end = 0;
    for (Member member : struct.members()) {
      long start = struct.form() == Form.UNION ? 0 : align(end, alignment(member.type()));
      if (member.equals(wanted)) {
        return start;
      }
      end = start + size(member.type());
    }
    throw new IllegalArgumentException(struct.name() + " has no member " + wanted.name());
  }

  private static Member member(KernelStruct struct, String name) {
    return struct.members().stream()
        .filter(member -> member.name().equals(name))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException(struct.name() + " declares no member " + name));
  }

  private static KernelStruct embedded(Member member) {
    if (member.type() instanceof MemberType.Embedded(KernelStruct struct)) {
      return struct;
    }
    throw new IllegalArgumentException(member.name() + " is not a struct or union");
  }

  private static long size(MemberType type) {
    return switch (type) {
      case MemberType.Int(int bytes, _) -> bytes;
      case MemberType.Pointer _ -> Long.BYTES;
      case MemberType.Array(MemberType element, int length) -> size(element) * length;
      case MemberType.Embedded(KernelStruct struct) -> {
        long end = 0;
        for (Member member : struct.members()) {
          end = Math.max(end, offset(struct, member) + size(member.type()));
        }
        yield align(end, alignment(type));
      }
    };
  }

  private static long alignment(MemberType type) {
    return switch (type) {
      case MemberType.Int(int bytes, _) -> bytes;
      case MemberType.Pointer _ -> Long.BYTES;
      case MemberType.Array(MemberType element, _) -> alignment(element);
      case MemberType.Embedded(KernelStruct struct) ->
          struct.members().stream().mapToLong(m -> alignment(m.type())).max().orElse(1);
    };
  }

  private static long align(long offset, long alignment) {
    return Math.ceilDiv(offset, alignment) * alignment;
  }
}
