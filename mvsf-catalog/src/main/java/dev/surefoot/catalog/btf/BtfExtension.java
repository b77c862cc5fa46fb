// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.catalog.btf;

import java.util.List;

/**
 * What a {@code .BTF.ext} section says about instructions. Offsets count bytes from the beginning
 * of the ELF section that is named.
 */
public record BtfExtension(
    List<FunctionInfo> functions, List<LineInfo> lines, List<CoreRelocation> relocations) {
  public BtfExtension {
    functions = List.copyOf(functions);
    lines = List.copyOf(lines);
    relocations = List.copyOf(relocations);
  }

  /** One record, at an instruction. */
  public sealed interface Info {
    /** Name of the ELF section. */
    String section();

    /** Byte offset of the instruction in it. */
    int offset();
  }

  /** The function of BTF type {@code type} begins here. */
  public record FunctionInfo(String section, int offset, int type) implements Info {}

  /**
   * From here on the code stands for this place of a source text.
   *
   * @param line 1 to {@link #MAX_LINE}; 0 where there is none
   * @param column 1 to {@link #MAX_COLUMN}; 0 where there is none
   */
  public record LineInfo(String section, int offset, String file, String text, int line, int column)
      implements Info {
    /** Lines have 22 bits. */
    public static final int MAX_LINE = (1 << 22) - 1;

    /** Columns have 10 bits. */
    public static final int MAX_COLUMN = (1 << 10) - 1;

    public LineInfo {
      if (line < 0 || line > MAX_LINE || column < 0 || column > MAX_COLUMN) {
        throw new IllegalArgumentException(
            "line %d, column %d; at most %d, %d".formatted(line, column, MAX_LINE, MAX_COLUMN));
      }
    }
  }

  /**
   * A CO-RE relocation ({@code struct bpf_core_relo}).
   *
   * @param type the type that the access starts from
   * @param access member indexes, {@code 0:i:j}; for an enum the index of the value
   * @param kind {@code enum bpf_core_relo_kind}
   */
  public record CoreRelocation(String section, int offset, int type, String access, int kind)
      implements Info {}
}
