// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.catalog.elf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.surefoot.catalog.asm.CoreAccess;
import dev.surefoot.catalog.asm.CoreAccess.Kind;
import dev.surefoot.catalog.asm.KernelStruct;
import dev.surefoot.catalog.asm.KernelStruct.Form;
import dev.surefoot.catalog.asm.KernelStruct.Member;
import dev.surefoot.catalog.asm.KernelStruct.MemberType;
import java.util.List;
import org.junit.jupiter.api.Test;

class KernelLayoutTest {
  private static final KernelStruct INNER = struct("inner", integer("low", 2), integer("high", 4));
  private static final KernelStruct OUTER =
      struct(
          "outer",
          integer("flag", 1),
          new Member("inside", new MemberType.Embedded(INNER)),
          new Member("next", new MemberType.Pointer()),
          new Member("name", new MemberType.Array(new MemberType.Int(1, true), 5)));
  private static final KernelStruct COLORS =
      new KernelStruct("colors", Form.ENUM, List.of(integer("RED", 4), integer("BLUE", 4)));

  private static KernelStruct struct(String name, Member... members) {
    return new KernelStruct(name, Form.STRUCT, List.of(members));
  }

  private static Member integer(String name, int bytes) {
    return new Member(name, new MemberType.Int(bytes, false));
  }

  @Test
  void membersAreAlignedAsInC() {
    // { u8; { u16; u32 }; void *; char[5] }
    assertThat(List.of(0, 1, 2, 3))
        .map(i -> KernelLayout.memberOffset(OUTER, i))
        .containsExactly(0, 4, 16, 24);
    assertThat(KernelLayout.bytes(OUTER)).isEqualTo(32);
    assertThat(KernelLayout.bytes(INNER)).isEqualTo(8);
  }

  @Test
  void membersOfAUnionLieAtItsBeginning() {
    KernelStruct union = new KernelStruct("u", Form.UNION, OUTER.members());

    assertThat(KernelLayout.memberOffset(union, 3)).isZero();
    assertThat(KernelLayout.bytes(union)).isEqualTo(8);
  }

  @Test
  void aPathIsWrittenAsIndexes() {
    assertThat(KernelLayout.access(CoreAccess.offsetOf(OUTER, "inside", "high")))
        .isEqualTo("0:1:1");
    assertThat(KernelLayout.value(CoreAccess.offsetOf(OUTER, "inside", "high"))).isEqualTo(8);
  }

  @Test
  void theTypeItselfIsIndexZero() {
    assertThat(KernelLayout.access(new CoreAccess(Kind.TYPE_SIZE, OUTER, List.of())))
        .isEqualTo("0");
    assertThat(KernelLayout.value(new CoreAccess(Kind.TYPE_SIZE, OUTER, List.of()))).isEqualTo(32);
    assertThat(KernelLayout.access(new CoreAccess(Kind.TYPE_EXISTS, COLORS, List.of())))
        .isEqualTo("0");
  }

  @Test
  void aValueOfAnEnumIsItsIndexAlone() {
    CoreAccess blue = new CoreAccess(Kind.ENUM_VALUE, COLORS, List.of("BLUE"));

    assertThat(KernelLayout.access(blue)).isEqualTo("1");
    assertThat(KernelLayout.value(blue)).isEqualTo(1);
  }

  @Test
  void aFieldExistsInTheObjectsOwnView() {
    assertThat(KernelLayout.value(new CoreAccess(Kind.FIELD_EXISTS, OUTER, List.of("next"))))
        .isEqualTo(1);
    assertThat(KernelLayout.value(new CoreAccess(Kind.FIELD_BYTE_SIZE, OUTER, List.of("name"))))
        .isEqualTo(5);
  }

  @Test
  void membersThatAreNotDeclaredAreRefused() {
    assertThatThrownBy(() -> KernelLayout.access(CoreAccess.offsetOf(OUTER, "prev")))
        .hasMessage("outer declares no member prev");
    assertThatThrownBy(() -> KernelLayout.access(CoreAccess.offsetOf(OUTER, "next", "flag")))
        .hasMessage("outer.next is no embedded struct");
  }
}
