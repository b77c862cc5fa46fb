// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.catalog.elf;

import dev.surefoot.catalog.asm.KernelStruct;
import dev.surefoot.catalog.asm.KernelStruct.MemberType;
import dev.surefoot.catalog.btf.BtfBuilder;
import dev.surefoot.catalog.btf.BtfLinkage;
import dev.surefoot.catalog.btf.BtfType;
import dev.surefoot.catalog.btf.BtfType.IntEncoding;
import dev.surefoot.catalog.btf.BtfType.Parameter;
import dev.surefoot.catalog.layout.FieldType;
import dev.surefoot.catalog.layout.RecordLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The types of an object as BTF: layouts, kernel types, functions. */
final class DeclaredTypes {
  private final BtfBuilder btf;

  DeclaredTypes(BtfBuilder btf) {
    this.btf = btf;
  }

  /** A C integer. */
  int integer(int bytes, boolean signed) {
    String name =
        switch (bytes) {
          case 1 -> signed ? "signed char" : "unsigned char";
          case 2 -> signed ? "short" : "unsigned short";
          case 4 -> signed ? "int" : "unsigned int";
          case 8 -> signed ? "long" : "unsigned long";
          default -> throw new IllegalArgumentException("no integer has " + bytes + " bytes");
        };
    return btf.integer(name, bytes, signed ? IntEncoding.SIGNED : IntEncoding.UNSIGNED);
  }

  /** Bytes of no other meaning. */
  int bytes(int length) {
    return btf.arrayOf(integer(1, false), length);
  }

  /** A layout as a struct; an array of them where {@code bytes} holds several. */
  int layout(RecordLayout layout, int bytes) {
    if (bytes % layout.bytes() != 0) {
      throw new IllegalArgumentException(
          "%d bytes are no multiple of the %d of layout %s"
              .formatted(bytes, layout.bytes(), layout.name()));
    }
    int struct =
        btf.add(
            new BtfType.Struct(
                layout.name(),
                layout.bytes(),
                layout.fields().stream()
                    .map(
                        field ->
                            BtfType.Member.atByte(
                                field.name(), fieldType(field.type()), field.offset()))
                    .toList()));
    return bytes == layout.bytes() ? struct : btf.arrayOf(struct, bytes / layout.bytes());
  }

  private int fieldType(FieldType type) {
    return switch (type) {
      case FieldType.Int(int bytes, boolean signed) -> integer(bytes, signed);
      case FieldType.Text(int bytes) -> btf.arrayOf(character(), bytes);
    };
  }

  private int character() {
    return btf.integer("char", 1, IntEncoding.SIGNED);
  }

  /** The part of a kernel type that is named, with members where {@link KernelLayout} has them. */
  int kernelType(KernelStruct type) {
    return switch (type.form()) {
      case STRUCT ->
          btf.add(new BtfType.Struct(type.name(), KernelLayout.bytes(type), members(type)));
      case UNION ->
          btf.add(new BtfType.Union(type.name(), KernelLayout.bytes(type), members(type)));
      case ENUM ->
          btf.add(
              new BtfType.Enumeration(
                  type.name(), KernelLayout.bytes(type), false, enumerators(type)));
    };
  }

  private List<BtfType.Member> members(KernelStruct type) {
    List<BtfType.Member> members = new ArrayList<>();
    for (int i = 0; i < type.members().size(); i++) {
      KernelStruct.Member member = type.members().get(i);
      int offset = KernelLayout.memberOffset(type, i);
      members.add(BtfType.Member.atByte(member.name(), memberType(member.type()), offset));
    }
    return members;
  }

  private static List<BtfType.Enumerator> enumerators(KernelStruct type) {
    return IntStream.range(0, type.members().size())
        .mapToObj(i -> new BtfType.Enumerator(type.members().get(i).name(), i))
        .toList();
  }

  private int memberType(MemberType type) {
    return switch (type) {
      case MemberType.Int(int bytes, boolean signed) -> integer(bytes, signed);
      case MemberType.Pointer _ -> btf.pointerTo(0);
      case MemberType.Array(MemberType element, int length) ->
          btf.arrayOf(memberType(element), length);
      case MemberType.Embedded(KernelStruct struct) -> kernelType(struct);
    };
  }

  /** An entry function, {@code int name(void *ctx)}. */
  int entry(String name) {
    Parameter context = new Parameter("ctx", btf.pointerTo(0));
    int prototype = btf.add(new BtfType.Prototype(integer(4, true), List.of(context)));
    return btf.add(new BtfType.Function(name, prototype, BtfLinkage.GLOBAL));
  }

  /** A subprogram, {@code static long name(long a, long b, long c, long d, long e)}. */
  int subprogram(String name) {
    int number = integer(8, true);
    List<Parameter> parameters =
        Stream.of("a", "b", "c", "d", "e")
            .map(parameter -> new Parameter(parameter, number))
            .toList();
    int prototype = btf.add(new BtfType.Prototype(number, parameters));
    return btf.add(new BtfType.Function(name, prototype, BtfLinkage.STATIC));
  }

  /** A kernel function. */
  int kfunc(KfuncDefinition kfunc) {
    List<Parameter> parameters = new ArrayList<>();
    for (KfuncDefinition.KfuncType type : kfunc.parameters()) {
      parameters.add(new Parameter("p" + parameters.size(), kfuncType(type)));
    }
    int prototype = btf.add(new BtfType.Prototype(kfuncType(kfunc.result()), parameters));
    return btf.add(new BtfType.Function(kfunc.name(), prototype, BtfLinkage.EXTERN));
  }

  private int kfuncType(KfuncDefinition.KfuncType type) {
    return switch (type) {
      case KfuncDefinition.KfuncType.Nothing _ -> 0;
      case KfuncDefinition.KfuncType.Int(int bytes, boolean signed) -> integer(bytes, signed);
      case KfuncDefinition.KfuncType.Struct(String name) ->
          btf.add(new BtfType.Struct(name, 0, List.of()));
      case KfuncDefinition.KfuncType.Pointer(KfuncDefinition.KfuncType target) ->
          btf.pointerTo(kfuncType(target));
    };
  }
}
