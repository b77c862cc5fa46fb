// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.catalog.btf;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Collects types for a {@code .BTF} section. A type that equals an earlier one gets its id, so that
 * types built from the inside out are never there twice.
 */
public final class BtfBuilder {
  private final BtfStrings strings = new BtfStrings();
  private final List<BtfType> types = new ArrayList<>();
  private final Map<BtfType, Integer> ids = new HashMap<>();

  /** The section's strings, which {@code .BTF.ext} shares. */
  public BtfStrings strings() {
    return strings;
  }

  /** The id of this type: a new one, or that of the equal type. */
  public int add(BtfType type) {
    if (type instanceof BtfType.VoidType) {
      return 0;
    }
    Integer known = ids.get(type);
    if (known != null) {
      return known;
    }
    types.add(type);
    ids.put(type, types.size());
    return types.size();
  }

  /** An id for a type that is defined later, since it is part of a cycle. */
  public int reserve() {
    types.add(new BtfType.VoidType());
    return types.size();
  }

  /** Defines a reserved type; it does not take part in finding equal types. */
  public void define(int id, BtfType type) {
    if (!(types.get(id - 1) instanceof BtfType.VoidType)) {
      throw new IllegalArgumentException("type " + id + " is defined already");
    }
    types.set(id - 1, type);
  }

  /** The types so far; the first has id 1. */
  public List<BtfType> types() {
    return List.copyOf(types);
  }

  /** The {@code .BTF} section. */
  public byte[] toByteArray() {
    return BtfEncoder.encode(types, strings);
  }

  /** An integer type. */
  public int integer(String name, int bytes, BtfType.IntEncoding encoding) {
    return add(new BtfType.Int(name, bytes, encoding, bytes * 8));
  }

  /** A pointer to a type. */
  public int pointerTo(int target) {
    return add(new BtfType.Pointer(target));
  }

  /** An array, indexed by {@code __ARRAY_SIZE_TYPE__} as compilers have it. */
  public int arrayOf(int element, int length) {
    int index = integer("__ARRAY_SIZE_TYPE__", 4, BtfType.IntEncoding.UNSIGNED);
    return add(new BtfType.Array(element, index, length));
  }
}
