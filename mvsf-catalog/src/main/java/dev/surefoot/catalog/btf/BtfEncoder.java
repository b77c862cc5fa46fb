// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.catalog.btf;

import java.util.List;

/** Types to the bytes of a {@code .BTF} section: header, types, strings. */
final class BtfEncoder {
  static final int MAGIC = 0xeb9f;
  static final int HEADER_BYTES = 24;

  private static final int KIND_FLAG = 1 << 31;

  private final LittleEndianOutput out = new LittleEndianOutput();
  private final BtfStrings strings;

  private BtfEncoder(BtfStrings strings) {
    this.strings = strings;
  }

  static byte[] encode(List<BtfType> types, BtfStrings strings) {
    BtfEncoder encoder = new BtfEncoder(strings);
    types.forEach(encoder::type);
    byte[] typeBytes = encoder.out.toByteArray();
    byte[] stringBytes = strings.toByteArray();
    return new LittleEndianOutput()
        .u16(MAGIC)
        .u8(1)
        .u8(0)
        .u32(HEADER_BYTES)
        .u32(0)
        .u32(typeBytes.length)
        .u32(typeBytes.length)
        .u32(stringBytes.length)
        .bytes(typeBytes)
        .bytes(stringBytes)
        .toByteArray();
  }

  private void type(BtfType type) {
    switch (type) {
      case BtfType.VoidType _ ->
          throw new IllegalArgumentException("a reserved type was never defined");
      case BtfType.Int(_, int bytes, var encoding, int bits) -> {
        head(type, 0, bytes);
        out.u32(encoding.code() << 24 | bits);
      }
      case BtfType.Pointer(int target) -> head(type, 0, target);
      case BtfType.Array(int element, int index, int length) -> {
        head(type, 0, 0);
        out.u32(element).u32(index).u32(length);
      }
      case BtfType.Composite composite -> composite(composite);
      case BtfType.Enumeration(_, int bytes, boolean signed, var values) -> {
        head(type, values.size() | flag(signed), bytes);
        values.forEach(value -> name(value.name()).u32((int) value.value()));
      }
      case BtfType.Enumeration64(_, int bytes, boolean signed, var values) -> {
        head(type, values.size() | flag(signed), bytes);
        values.forEach(value -> name(value.name()).u64(value.value()));
      }
      case BtfType.Forward(_, boolean union) -> head(type, flag(union), 0);
      case BtfType.Modifier modifier -> head(type, 0, modifier.target());
      case BtfType.Function(_, int prototype, var linkage) -> head(type, linkage.code(), prototype);
      case BtfType.Prototype(int result, var parameters) -> {
        head(type, parameters.size(), result);
        parameters.forEach(parameter -> name(parameter.name()).u32(parameter.type()));
      }
      case BtfType.Variable(_, int variableType, var linkage) -> {
        head(type, 0, variableType);
        out.u32(linkage.code());
      }
      case BtfType.DataSection(_, int bytes, var entries) -> {
        head(type, entries.size(), bytes);
        entries.forEach(entry -> out.u32(entry.type()).u32(entry.offset()).u32(entry.bytes()));
      }
      case BtfType.FloatingPoint(_, int bytes) -> head(type, 0, bytes);
      case BtfType.DeclarationTag(_, int target, int component) -> {
        head(type, 0, target);
        out.u32(component);
      }
    }
  }

  /** With the kind flag, a member's offset holds its bit field width in the upper 8 bits. */
  private void composite(BtfType.Composite composite) {
    List<BtfType.Member> members = composite.members();
    boolean bitFields = members.stream().anyMatch(member -> member.bitFieldBits() != 0);
    head(composite, members.size() | flag(bitFields), composite.bytes());
    for (BtfType.Member member : members) {
      int offset = member.bitOffset() | (bitFields ? member.bitFieldBits() << 24 : 0);
      name(member.name()).u32(member.type()).u32(offset);
    }
  }

  private void head(BtfType type, int countAndFlag, int sizeOrType) {
    name(type.name()).u32(countAndFlag | type.kind().code() << 24).u32(sizeOrType);
  }

  private LittleEndianOutput name(String name) {
    return out.u32(strings.offset(name));
  }

  private static int flag(boolean set) {
    return set ? KIND_FLAG : 0;
  }
}
