// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.catalog.elf;

import dev.surefoot.catalog.asm.CoreAccess;
import dev.surefoot.catalog.asm.KernelStruct;
import dev.surefoot.catalog.asm.KernelStruct.Form;
import dev.surefoot.catalog.asm.KernelStruct.MemberType;
import dev.surefoot.catalog.btf.Btf;
import dev.surefoot.catalog.btf.BtfExtension.CoreRelocation;
import dev.surefoot.catalog.btf.BtfType;
import dev.surefoot.catalog.layout.Field;
import dev.surefoot.catalog.layout.FieldType;
import dev.surefoot.catalog.layout.RecordLayout;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** BTF types back to layouts and kernel types: what {@link DeclaredTypes} does, the other way. */
final class ReadLayouts {
  private static final int MAX_DEPTH = 64;

  private final Btf btf;

  ReadLayouts(Btf btf) {
    this.btf = btf;
  }

  /** The layout that a map's key or value has; empty where its type is no struct of a layout. */
  Optional<RecordLayout> layout(int type) {
    BtfType resolved = btf.resolved(type);
    if (resolved instanceof BtfType.Array(int element, _, _)) {
      resolved = btf.resolved(element);
    }
    if (!(resolved instanceof BtfType.Struct(String name, int bytes, var members))) {
      return Optional.empty();
    }
    List<Field> fields = new ArrayList<>();
    for (BtfType.Member member : members) {
      Optional<FieldType> fieldType = fieldType(member.type());
      if (fieldType.isEmpty()) {
        return Optional.empty();
      }
      fields.add(new Field(member.name(), fieldType.get(), member.bitOffset() / 8));
    }
    return Optional.of(new RecordLayout(name, fields, bytes));
  }

  private Optional<FieldType> fieldType(int type) {
    return switch (btf.resolved(type)) {
      case BtfType.Int(_, int bytes, var encoding, _) when List.of(1, 2, 4, 8).contains(bytes) ->
          Optional.of(new FieldType.Int(bytes, isSigned(encoding)));
      case BtfType.Array(int element, _, int length)
          when length % 8 == 0 && length > 0 && btf.bytes(element) == 1 ->
          Optional.of(new FieldType.Text(length));
      default -> Optional.empty();
    };
  }

  /** The question that a CO-RE relocation asks. */
  CoreAccess access(CoreRelocation relocation) {
    CoreAccess.Kind kind =
        Arrays.stream(CoreAccess.Kind.values())
            .filter(known -> known.code() == relocation.kind())
            .findFirst()
            .orElseThrow(() -> unknown(relocation, "kind " + relocation.kind()));
    KernelStruct struct =
        kernelType(relocation.type(), 0)
            .orElseThrow(() -> unknown(relocation, "type " + relocation.type()));
    List<Integer> indexes = indexes(relocation);
    boolean ofEnumValue =
        kind == CoreAccess.Kind.ENUM_VALUE || kind == CoreAccess.Kind.ENUM_VALUE_EXISTS;
    return new CoreAccess(
        kind,
        struct,
        path(relocation, struct, ofEnumValue ? indexes : indexes.subList(1, indexes.size())));
  }

  private static List<Integer> indexes(CoreRelocation relocation) {
    if (!relocation.access().matches("\\d{1,5}(:\\d{1,5})*")) {
      throw unknown(relocation, "access '" + relocation.access() + "'");
    }
    return Arrays.stream(relocation.access().split(":")).map(Integer::parseInt).toList();
  }

  private static List<String> path(
      CoreRelocation relocation, KernelStruct struct, List<Integer> indexes) {
    List<String> path = new ArrayList<>();
    KernelStruct at = struct;
    for (int index : indexes) {
      if (at == null || index >= at.members().size()) {
        throw unknown(relocation, "access '" + relocation.access() + "'");
      }
      KernelStruct.Member member = at.members().get(index);
      path.add(member.name());
      at = member.type() instanceof MemberType.Embedded(KernelStruct inner) ? inner : null;
    }
    return path;
  }

  private Optional<KernelStruct> kernelType(int type, int depth) {
    if (depth == MAX_DEPTH) {
      throw new ElfFormatException(0, "structs in structs that do not end");
    }
    return switch (btf.resolved(type)) {
      case BtfType.Composite composite ->
          Optional.of(
              new KernelStruct(
                  composite.name(),
                  composite instanceof BtfType.Struct ? Form.STRUCT : Form.UNION,
                  composite.members().stream()
                      .map(
                          member ->
                              new KernelStruct.Member(
                                  member.name(), memberType(member.type(), depth + 1)))
                      .toList()));
      case BtfType.Enumeration(String name, _, _, var values) ->
          Optional.of(new KernelStruct(name, Form.ENUM, enumerators(values)));
      case BtfType.Enumeration64(String name, _, _, var values) ->
          Optional.of(new KernelStruct(name, Form.ENUM, enumerators(values)));
      default -> Optional.empty();
    };
  }

  private static List<KernelStruct.Member> enumerators(List<BtfType.Enumerator> values) {
    return values.stream()
        .map(value -> new KernelStruct.Member(value.name(), new MemberType.Int(4, false)))
        .toList();
  }

  private MemberType memberType(int type, int depth) {
    if (depth == MAX_DEPTH) {
      throw new ElfFormatException(0, "arrays in arrays that do not end");
    }
    return switch (btf.resolved(type)) {
      case BtfType.Int(_, int bytes, var encoding, _) ->
          new MemberType.Int(bytes, isSigned(encoding));
      case BtfType.Pointer _ -> new MemberType.Pointer();
      case BtfType.Array(int element, _, int length) ->
          new MemberType.Array(memberType(element, depth + 1), length);
      case BtfType.Composite _ -> new MemberType.Embedded(kernelType(type, depth).orElseThrow());
      default -> new MemberType.Int(btf.bytes(type), false);
    };
  }

  private static boolean isSigned(BtfType.IntEncoding encoding) {
    return switch (encoding) {
      case SIGNED, SIGNED_CHAR -> true;
      case UNSIGNED, CHAR, BOOL -> false;
    };
  }

  private static ElfFormatException unknown(CoreRelocation relocation, String what) {
    return new ElfFormatException(
        relocation.offset(),
        "CO-RE relocation of unknown %s in %s".formatted(what, relocation.section()));
  }
}
