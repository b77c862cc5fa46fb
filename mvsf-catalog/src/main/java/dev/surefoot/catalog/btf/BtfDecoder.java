// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.catalog.btf;

import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Bytes of one type to its record. */
final class BtfDecoder {
  private final BtfBytes bytes;

  BtfDecoder(BtfBytes bytes) {
    this.bytes = bytes;
  }

  /** The type at this position, all of whose bytes are there. */
  BtfType decode(int position) {
    String name = bytes.stringAt(position);
    int sizeOrType = bytes.u32(position + 8);
    int data = position + BtfBytes.TYPE_BYTES;
    boolean flag = bytes.kindFlag(position);
    return switch (bytes.kind(position)) {
      case VOID -> new BtfType.VoidType();
      case INT -> integer(name, sizeOrType, data);
      case POINTER -> new BtfType.Pointer(sizeOrType);
      case ARRAY -> new BtfType.Array(bytes.u32(data), bytes.u32(data + 4), bytes.u32(data + 8));
      case STRUCT -> new BtfType.Struct(name, sizeOrType, members(position));
      case UNION -> new BtfType.Union(name, sizeOrType, members(position));
      case ENUM -> new BtfType.Enumeration(name, sizeOrType, flag, values(position, flag));
      case FORWARD -> new BtfType.Forward(name, flag);
      case TYPEDEF -> new BtfType.Typedef(name, sizeOrType);
      case VOLATILE -> new BtfType.Volatile(sizeOrType);
      case CONST -> new BtfType.Const(sizeOrType);
      case RESTRICT -> new BtfType.Restrict(sizeOrType);
      case FUNCTION ->
          new BtfType.Function(name, sizeOrType, linkage(position + 4, bytes.count(position)));
      case PROTOTYPE ->
          new BtfType.Prototype(
              sizeOrType,
              each(
                  position, 8, at -> new BtfType.Parameter(bytes.stringAt(at), bytes.u32(at + 4))));
      case VARIABLE -> new BtfType.Variable(name, sizeOrType, linkage(data, bytes.u32(data)));
      case DATA_SECTION ->
          new BtfType.DataSection(
              name,
              sizeOrType,
              each(
                  position,
                  12,
                  at ->
                      new BtfType.SectionEntry(
                          bytes.u32(at), bytes.u32(at + 4), bytes.u32(at + 8))));
      case FLOAT -> new BtfType.FloatingPoint(name, sizeOrType);
      case DECLARATION_TAG -> new BtfType.DeclarationTag(name, sizeOrType, bytes.u32(data));
      case TYPE_TAG -> new BtfType.TypeTag(name, sizeOrType);
      case ENUM64 -> new BtfType.Enumeration64(name, sizeOrType, flag, values64(position));
    };
  }

  private BtfType integer(String name, int size, int data) {
    int encoding = bytes.u32(data) >> 24 & 0xf;
    for (BtfType.IntEncoding known : BtfType.IntEncoding.values()) {
      if (known.code() == encoding) {
        return new BtfType.Int(name, size, known, bytes.u32(data) & 0xff);
      }
    }
    throw new BtfFormatException(data, "no integer encoding has the code " + encoding);
  }

  private List<BtfType.Member> members(int position) {
    boolean bitFields = bytes.kindFlag(position);
    return each(
        position,
        12,
        at -> {
          int offset = bytes.u32(at + 8);
          return new BtfType.Member(
              bytes.stringAt(at),
              bytes.u32(at + 4),
              bitFields ? offset & 0xffffff : offset,
              bitFields ? offset >>> 24 : 0);
        });
  }

  private List<BtfType.Enumerator> values(int position, boolean signed) {
    return each(
        position,
        8,
        at -> {
          int value = bytes.u32(at + 4);
          return new BtfType.Enumerator(
              bytes.stringAt(at), signed ? value : Integer.toUnsignedLong(value));
        });
  }

  private List<BtfType.Enumerator> values64(int position) {
    return each(position, 12, at -> new BtfType.Enumerator(bytes.stringAt(at), bytes.u64(at + 4)));
  }

  private static BtfLinkage linkage(int position, int code) {
    if (code < 0 || code >= BtfLinkage.values().length) {
      throw new BtfFormatException(position, "no linkage has the code " + code);
    }
    return BtfLinkage.values()[code];
  }

  private <T> List<T> each(int position, int stride, IntFunction<T> read) {
    int data = position + BtfBytes.TYPE_BYTES;
    return IntStream.range(0, bytes.count(position))
        .mapToObj(i -> read.apply(data + i * stride))
        .toList();
  }
}
