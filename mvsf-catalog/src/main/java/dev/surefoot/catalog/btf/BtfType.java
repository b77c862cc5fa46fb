// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.catalog.btf;

import java.util.List;

/**
 * One type of a BTF. Types name each other by id: 0 is void, others count from 1. An anonymous type
 * has the empty name.
 */
public sealed interface BtfType {
  /** Its kind. */
  BtfKind kind();

  /** Its name, empty where it has none. */
  default String name() {
    return "";
  }

  /** A struct or union. */
  sealed interface Composite extends BtfType permits Struct, Union {
    /** Size in bytes. */
    int bytes();

    /** Members in declaration order. */
    List<Member> members();
  }

  /** A type that stands for another one with an attribute added; layout questions see through. */
  sealed interface Modifier extends BtfType permits Typedef, Volatile, Const, Restrict, TypeTag {
    /** Id of the type it stands for. */
    int target();
  }

  /** {@code void}, id 0. */
  record VoidType() implements BtfType {
    @Override
    public BtfKind kind() {
      return BtfKind.VOID;
    }
  }

  /**
   * An integer.
   *
   * @param bytes size of the storage: 1, 2, 4, 8 or 16
   * @param bits bits in use, from the lowest; 8 times {@code bytes} but in old compilers' bit
   *     fields
   */
  record Int(String name, int bytes, IntEncoding encoding, int bits) implements BtfType {
    @Override
    public BtfKind kind() {
      return BtfKind.INT;
    }
  }

  /** How an integer is to be shown ({@code BTF_INT_SIGNED, _CHAR, _BOOL}). */
  enum IntEncoding {
    UNSIGNED(0),
    SIGNED(1),
    CHAR(2),
    SIGNED_CHAR(3),
    BOOL(4);

    private final int code;

    IntEncoding(int code) {
      this.code = code;
    }

    /** The encoding bits. */
    public int code() {
      return code;
    }
  }

  /** A pointer. */
  record Pointer(int target) implements BtfType {
    @Override
    public BtfKind kind() {
      return BtfKind.POINTER;
    }
  }

  /** An array; {@code indexType} is an integer type. */
  record Array(int element, int indexType, int length) implements BtfType {
    @Override
    public BtfKind kind() {
      return BtfKind.ARRAY;
    }
  }

  /** A struct. */
  record Struct(String name, int bytes, List<Member> members) implements Composite {
    public Struct {
      members = List.copyOf(members);
    }

    @Override
    public BtfKind kind() {
      return BtfKind.STRUCT;
    }
  }

  /** A union. */
  record Union(String name, int bytes, List<Member> members) implements Composite {
    public Union {
      members = List.copyOf(members);
    }

    @Override
    public BtfKind kind() {
      return BtfKind.UNION;
    }
  }

  /**
   * A member of a struct or union.
   *
   * @param bitOffset from the beginning of the struct
   * @param bitFieldBits width of a bit field; 0 where it is none
   */
  record Member(String name, int type, int bitOffset, int bitFieldBits) {
    /** A member that is no bit field. */
    public static Member atByte(String name, int type, int offset) {
      return new Member(name, type, Math.multiplyExact(offset, 8), 0);
    }
  }

  /** An enum whose values have 32 bits. */
  record Enumeration(String name, int bytes, boolean signed, List<Enumerator> values)
      implements BtfType {
    public Enumeration {
      values = List.copyOf(values);
    }

    @Override
    public BtfKind kind() {
      return BtfKind.ENUM;
    }
  }

  /** An enum whose values have 64 bits. */
  record Enumeration64(String name, int bytes, boolean signed, List<Enumerator> values)
      implements BtfType {
    public Enumeration64 {
      values = List.copyOf(values);
    }

    @Override
    public BtfKind kind() {
      return BtfKind.ENUM64;
    }
  }

  /** A value of an enum. */
  record Enumerator(String name, long value) {}

  /** A struct or union that is only declared. */
  record Forward(String name, boolean union) implements BtfType {
    @Override
    public BtfKind kind() {
      return BtfKind.FORWARD;
    }
  }

  /** A typedef. */
  record Typedef(String name, int target) implements Modifier {
    @Override
    public BtfKind kind() {
      return BtfKind.TYPEDEF;
    }
  }

  /** {@code volatile}. */
  record Volatile(int target) implements Modifier {
    @Override
    public BtfKind kind() {
      return BtfKind.VOLATILE;
    }
  }

  /** {@code const}. */
  record Const(int target) implements Modifier {
    @Override
    public BtfKind kind() {
      return BtfKind.CONST;
    }
  }

  /** {@code restrict}. */
  record Restrict(int target) implements Modifier {
    @Override
    public BtfKind kind() {
      return BtfKind.RESTRICT;
    }
  }

  /** A function; {@code prototype} is a {@link Prototype}. */
  record Function(String name, int prototype, BtfLinkage linkage) implements BtfType {
    @Override
    public BtfKind kind() {
      return BtfKind.FUNCTION;
    }
  }

  /** Result and parameters of a function; a last parameter of type 0 means "and more". */
  record Prototype(int result, List<Parameter> parameters) implements BtfType {
    public Prototype {
      parameters = List.copyOf(parameters);
    }

    @Override
    public BtfKind kind() {
      return BtfKind.PROTOTYPE;
    }
  }

  /** A parameter of a function. */
  record Parameter(String name, int type) {}

  /** A global variable. */
  record Variable(String name, int type, BtfLinkage linkage) implements BtfType {
    @Override
    public BtfKind kind() {
      return BtfKind.VARIABLE;
    }
  }

  /** What lies in an ELF section. */
  record DataSection(String name, int bytes, List<SectionEntry> entries) implements BtfType {
    public DataSection {
      entries = List.copyOf(entries);
    }

    @Override
    public BtfKind kind() {
      return BtfKind.DATA_SECTION;
    }
  }

  /** A variable or function, where it lies in its section and its size in bytes. */
  record SectionEntry(int type, int offset, int bytes) {}

  /** A floating-point type. */
  record FloatingPoint(String name, int bytes) implements BtfType {
    @Override
    public BtfKind kind() {
      return BtfKind.FLOAT;
    }
  }

  /**
   * {@code __attribute__((btf_decl_tag(name)))}.
   *
   * @param component the member or parameter of {@code target} that is tagged, -1 for all of it
   */
  record DeclarationTag(String name, int target, int component) implements BtfType {
    @Override
    public BtfKind kind() {
      return BtfKind.DECLARATION_TAG;
    }
  }

  /** {@code __attribute__((btf_type_tag(name)))}. */
  record TypeTag(String name, int target) implements Modifier {
    @Override
    public BtfKind kind() {
      return BtfKind.TYPE_TAG;
    }
  }
}
