// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.catalog.elf;

import java.util.List;

/**
 * A kernel function that programs call. libbpf compares result and parameters with the running
 * kernel's, by kind: the names of structs do not count.
 */
public record KfuncDefinition(String name, KfuncType result, List<KfuncType> parameters) {
  public KfuncDefinition {
    parameters = List.copyOf(parameters);
  }

  /** Type of a result or parameter. */
  public sealed interface KfuncType {
    /** {@code void}; behind a pointer or as a result. */
    record Nothing() implements KfuncType {}

    /** An integer; bool too, as one of 1 byte. */
    record Int(int bytes, boolean signed) implements KfuncType {}

    /** A struct, behind a pointer. */
    record Struct(String name) implements KfuncType {}

    /** A pointer. */
    record Pointer(KfuncType target) implements KfuncType {}
  }
}
