// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.ir;

import dev.surefoot.catalog.asm.KernelStruct;

/**
 * Type of a value: what the verifier knows of a register (kernel/bpf/verifier.c, {@code enum
 * bpf_reg_type}). The range of a scalar and the offset of a pointer are not part of its type; they
 * depend on the place and are found by analysis.
 */
public sealed interface Type {
  /** The type of all scalars. */
  Type SCALAR = new Scalar();

  /** The type of the program's argument. */
  Type CONTEXT = new Context();

  /** The type of what has no result. */
  Type NOTHING = new Nothing();

  /** A 64-bit number (SCALAR_VALUE). */
  record Scalar() implements Type {}

  /** The program's argument (PTR_TO_CTX); no arithmetic on it. */
  record Context() implements Type {}

  /** A map itself, as an argument for helpers (CONST_PTR_TO_MAP). */
  record MapAddress(MapShape map) implements Type {}

  /** A pointer to or into memory of known size that may be read and written. */
  sealed interface Memory extends Type {
    /** Size of the memory in bytes, from its start (not from this pointer) on. */
    int bytes();
  }

  /** Into a map's value (PTR_TO_MAP_VALUE). */
  record MapValue(MapShape map) implements Memory {
    @Override
    public int bytes() {
      return map.valueBytes();
    }
  }

  /** Into a reserved ring-buffer record (PTR_TO_MEM with a reference that must be released). */
  record RingRecord(int bytes) implements Memory {}

  /** Into a slot of this function's frame (PTR_TO_STACK). */
  record Frame(StackSlot slot) implements Memory {
    @Override
    public int bytes() {
      return slot.bytes();
    }
  }

  /** A kernel object with BTF type (PTR_TO_BTF_ID): may be read, with faults giving 0. */
  record KernelPointer(KernelStruct struct) implements Type {}

  /** The pointer or 0; becomes the pointer behind a branch that excludes 0 (PTR_MAYBE_NULL). */
  record OrNull(Memory memory) implements Type {}

  /** Type of a pointer of this type that arithmetic has moved: it cannot have been null. */
  static Type moved(Type pointer) {
    return pointer instanceof OrNull(Memory memory) ? memory : pointer;
  }

  /** No result. */
  record Nothing() implements Type {}
}
