// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.catalog.btf;

/** Kinds of type, in the order of their codes in {@code struct btf_type} ({@code BTF_KIND_*}). */
public enum BtfKind {
  VOID,
  INT,
  POINTER,
  ARRAY,
  STRUCT,
  UNION,
  ENUM,
  FORWARD,
  TYPEDEF,
  VOLATILE,
  CONST,
  RESTRICT,
  FUNCTION,
  PROTOTYPE,
  VARIABLE,
  DATA_SECTION,
  FLOAT,
  DECLARATION_TAG,
  TYPE_TAG,
  ENUM64;

  private static final BtfKind[] BY_CODE = values();

  /** The code in the kind bits of {@code btf_type.info}. */
  public int code() {
    return ordinal();
  }

  /** Number of kinds; codes are below it. */
  static int count() {
    return BY_CODE.length;
  }

  /** The kind with this code, which must be below {@link #count}. */
  static BtfKind ofCode(int code) {
    return BY_CODE[code];
  }
}
