// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.catalog.asm;

import java.util.List;

/**
 * A question to the running kernel's BTF, answered by libbpf at load (BPF CO-RE).
 *
 * @param kind what is asked
 * @param struct the type that the path starts from, as this object declares it
 * @param path members from {@code struct} inwards (embedded structs only, no pointers followed);
 *     empty where the question is about the type itself
 */
public record CoreAccess(Kind kind, KernelStruct struct, List<String> path) {
  /** The relocation kinds of {@code enum bpf_core_relo_kind} that are used. */
  public enum Kind {
    FIELD_BYTE_OFFSET(0),
    FIELD_BYTE_SIZE(1),
    FIELD_EXISTS(2),
    TYPE_EXISTS(8),
    TYPE_SIZE(9),
    ENUM_VALUE_EXISTS(10),
    ENUM_VALUE(11);

    private final int code;

    Kind(int code) {
      this.code = code;
    }

    /** The value in {@code struct bpf_core_relo}. */
    public int code() {
      return code;
    }
  }

  public CoreAccess {
    path = List.copyOf(path);
  }

  /** The offset in bytes of a member. */
  public static CoreAccess offsetOf(KernelStruct struct, String... path) {
    return new CoreAccess(Kind.FIELD_BYTE_OFFSET, struct, List.of(path));
  }
}
