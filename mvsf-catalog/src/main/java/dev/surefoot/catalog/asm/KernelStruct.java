// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.catalog.asm;

import java.util.List;

/**
 * The part of a kernel type that a program names: libbpf matches it to the running kernel's type by
 * name (anything from {@code ___} on is ignored) and members by name, whatever their places.
 *
 * @param name the kernel's name of the type
 * @param form struct, union or enum
 * @param members the members (for an enum: its values) that are named
 */
public record KernelStruct(String name, Form form, List<Member> members) {
  /** What the kernel's name denotes. */
  public enum Form {
    STRUCT,
    UNION,
    ENUM
  }

  /** A member and the kind of type it must be compatible with. */
  public record Member(String name, MemberType type) {}

  /** Type of a member, as far as CO-RE compares it. */
  public sealed interface MemberType {
    /** An integer; CO-RE takes any integer for it. */
    record Int(int bytes, boolean signed) implements MemberType {}

    /** A pointer; CO-RE does not compare what it points to. */
    record Pointer() implements MemberType {}

    /** An array of elements. */
    record Array(MemberType element, int length) implements MemberType {}

    /** An embedded struct or union. */
    record Embedded(KernelStruct struct) implements MemberType {}
  }

  public KernelStruct {
    members = List.copyOf(members);
  }
}
