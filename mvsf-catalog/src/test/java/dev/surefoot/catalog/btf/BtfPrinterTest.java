// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.catalog.btf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surefoot.catalog.btf.BtfType.IntEncoding;
import java.util.List;
import org.junit.jupiter.api.Test;

class BtfPrinterTest {
  private final BtfBuilder builder = new BtfBuilder();
  private final int integer = builder.integer("int", 4, IntEncoding.SIGNED);

  private String defined(int id) {
    return new BtfPrinter(Btf.read(builder.toByteArray())).define(id);
  }

  private String declared(int id, String name) {
    return new BtfPrinter(Btf.read(builder.toByteArray())).declare(id, name);
  }

  @Test
  void aPointerToAnArrayHasParentheses() {
    assertThat(declared(builder.pointerTo(builder.arrayOf(integer, 3)), "p"))
        .isEqualTo("int (*p)[3]");
  }

  @Test
  void anArrayOfPointersHasNone() {
    assertThat(declared(builder.arrayOf(builder.pointerTo(integer), 3), "p"))
        .isEqualTo("int *p[3]");
  }

  @Test
  void aQualifierOfAPointerFollowsTheStar() {
    int pointer = builder.pointerTo(builder.add(new BtfType.Const(integer)));

    assertThat(declared(builder.add(new BtfType.Const(pointer)), "p"))
        .isEqualTo("const int *const p");
  }

  @Test
  void aFunctionShowsItsParameters() {
    int prototype =
        builder.add(
            new BtfType.Prototype(
                integer,
                List.of(
                    new BtfType.Parameter("ctx", builder.pointerTo(0)),
                    new BtfType.Parameter("", 0))));

    assertThat(defined(builder.add(new BtfType.Function("f", prototype, BtfLinkage.STATIC))))
        .isEqualTo("static int f(void *ctx, ...);");
  }

  @Test
  void aStructShowsOffsetsAndBitFieldsAndNestedTypes() {
    int inner =
        builder.add(new BtfType.Union("", 4, List.of(BtfType.Member.atByte("a", integer, 0))));
    int outer =
        builder.add(
            new BtfType.Struct(
                "s",
                16,
                List.of(
                    new BtfType.Member("flag", integer, 3, 1),
                    BtfType.Member.atByte("", inner, 4),
                    BtfType.Member.atByte("next", builder.pointerTo(0), 8))));

    assertThat(defined(outer))
        .isEqualTo(
            """
            struct s {
              int flag:1; /* 0.3 */
              union {
                int a; /* 0 */
              }; /* 4 */
              void *next; /* 8 */
            };""");
  }

  @Test
  void anEnumShowsItsValues() {
    var values = List.of(new BtfType.Enumerator("A", -1), new BtfType.Enumerator("B", 2));

    assertThat(defined(builder.add(new BtfType.Enumeration("e", 4, true, values))))
        .isEqualTo("enum e { A = -1, B = 2 };");
  }
}
