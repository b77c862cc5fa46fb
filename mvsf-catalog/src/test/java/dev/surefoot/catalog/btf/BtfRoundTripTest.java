// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.catalog.btf;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class BtfRoundTripTest {
  @Provide
  Arbitrary<List<BtfType>> typeLists() {
    return TestingTypes.lists();
  }

  @Property(tries = 300)
  void whatIsWrittenIsRead(@ForAll("typeLists") List<BtfType> types) {
    Btf btf = Btf.read(BtfEncoder.encode(types, new BtfStrings()));

    assertThat(btf.types()).isEqualTo(types);
  }

  @Property(tries = 300)
  void everyTypeIsFoundByItsName(@ForAll("typeLists") List<BtfType> types) {
    Btf btf = Btf.read(BtfEncoder.encode(types, new BtfStrings()));

    for (int id = 1; id <= types.size(); id++) {
      String name = types.get(id - 1).name();
      if (!name.isEmpty()) {
        assertThat(btf.idsNamed(name)).contains(id).isSorted();
      }
    }
    assertThat(btf.idsNamed("no such name")).isEmpty();
  }

  @Property(tries = 300)
  void aBuilderHoldsEachTypeOnce(@ForAll("typeLists") List<BtfType> types) {
    BtfBuilder builder = new BtfBuilder();
    List<Integer> ids = types.stream().map(builder::add).toList();

    assertThat(builder.types()).doesNotHaveDuplicates();
    Btf btf = Btf.read(builder.toByteArray());
    for (int i = 0; i < types.size(); i++) {
      assertThat(btf.type(ids.get(i))).isEqualTo(types.get(i));
    }
  }

  /** Bytes that are wrong in one place give types, or say what is wrong; nothing else. */
  @Property(tries = 1000)
  void wrongBytesAreRefusedWithTheirPlace(
      @ForAll("typeLists") List<BtfType> types,
      @ForAll @IntRange(max = 1 << 20) int place,
      @ForAll byte value) {
    byte[] bytes = BtfEncoder.encode(types, new BtfStrings());
    bytes[place % bytes.length] = value;
    try {
      Btf btf = Btf.read(bytes);
      btf.idsNamed("x");
      assertThat(btf.types()).hasSize(btf.typeCount());
    } catch (BtfFormatException e) {
      assertThat(e.offset()).isBetween(0, bytes.length);
      assertThat(e).hasMessageContaining("at byte " + e.offset());
    }
  }

  @Example
  void codesAreThoseOfTheKernel() {
    // include/uapi/linux/btf.h
    assertThat(BtfKind.INT.code()).isEqualTo(1);
    assertThat(BtfKind.FUNCTION.code()).isEqualTo(12);
    assertThat(BtfKind.DATA_SECTION.code()).isEqualTo(15);
    assertThat(BtfKind.ENUM64.code()).isEqualTo(19);
    assertThat(EnumSet.allOf(BtfKind.class)).hasSize(20);
  }
}
