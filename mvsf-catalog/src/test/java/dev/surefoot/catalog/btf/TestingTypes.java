// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.catalog.btf;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Random types whose ids are all below a bound. */
final class TestingTypes {
  static final int MAX_ID = 40;

  private TestingTypes() {}

  static Arbitrary<List<BtfType>> lists() {
    return type().list().ofMaxSize(MAX_ID);
  }

  static Arbitrary<BtfType> type() {
    return Arbitraries.oneOf(
        List.of(
            Combinators.combine(
                    name(), Arbitraries.of(1, 2, 4, 8), Arbitraries.of(BtfType.IntEncoding.class))
                .as((name, bytes, encoding) -> new BtfType.Int(name, bytes, encoding, bytes * 8)),
            id().map(BtfType.Pointer::new),
            Combinators.combine(id(), id(), u31()).as(BtfType.Array::new),
            Combinators.combine(name(), u31(), members()).as(BtfType.Struct::new),
            Combinators.combine(name(), u31(), members()).as(BtfType.Union::new),
            enumeration(),
            enumeration64(),
            Combinators.combine(name(), bool()).as(BtfType.Forward::new),
            Combinators.combine(name(), id()).as(BtfType.Typedef::new),
            id().map(BtfType.Volatile::new),
            id().map(BtfType.Const::new),
            id().map(BtfType.Restrict::new),
            Combinators.combine(name(), id(), linkage()).as(BtfType.Function::new),
            Combinators.combine(id(), parameters()).as(BtfType.Prototype::new),
            Combinators.combine(name(), id(), linkage()).as(BtfType.Variable::new),
            Combinators.combine(name(), u31(), entries()).as(BtfType.DataSection::new),
            Combinators.combine(name(), Arbitraries.of(2, 4, 8, 16)).as(BtfType.FloatingPoint::new),
            Combinators.combine(name(), id(), Arbitraries.integers().between(-1, 100))
                .as(BtfType.DeclarationTag::new),
            Combinators.combine(name(), id()).as(BtfType.TypeTag::new)));
  }

  private static Arbitrary<BtfType> enumeration() {
    Arbitrary<Long> value = Arbitraries.integers().map(Integer::longValue);
    return bool()
        .flatMap(
            signed ->
                Combinators.combine(name(), values(value.map(v -> signed ? v : v & 0xffffffffL)))
                    .as((name, values) -> new BtfType.Enumeration(name, 4, signed, values)));
  }

  private static Arbitrary<BtfType> enumeration64() {
    return Combinators.combine(name(), bool(), values(Arbitraries.longs()))
        .as((name, signed, values) -> new BtfType.Enumeration64(name, 8, signed, values));
  }

  private static Arbitrary<List<BtfType.Enumerator>> values(Arbitrary<Long> value) {
    return Combinators.combine(name(), value).as(BtfType.Enumerator::new).list().ofMaxSize(5);
  }

  private static Arbitrary<List<BtfType.Member>> members() {
    return Combinators.combine(
            name(),
            id(),
            Arbitraries.integers().between(0, 0xffffff),
            Arbitraries.integers().between(0, 64))
        .as(BtfType.Member::new)
        .list()
        .ofMaxSize(5);
  }

  private static Arbitrary<List<BtfType.Parameter>> parameters() {
    return Combinators.combine(name(), id()).as(BtfType.Parameter::new).list().ofMaxSize(5);
  }

  private static Arbitrary<List<BtfType.SectionEntry>> entries() {
    return Combinators.combine(id(), u31(), u31())
        .as(BtfType.SectionEntry::new)
        .list()
        .ofMaxSize(5);
  }

  private static Arbitrary<BtfLinkage> linkage() {
    return Arbitraries.of(BtfLinkage.class);
  }

  private static Arbitrary<String> name() {
    return Arbitraries.strings().alpha().numeric().withChars('_', 'é').ofMaxLength(12);
  }

  private static Arbitrary<Integer> id() {
    return Arbitraries.integers().between(0, MAX_ID);
  }

  private static Arbitrary<Integer> u31() {
    return Arbitraries.integers().greaterOrEqual(0);
  }

  private static Arbitrary<Boolean> bool() {
    return Arbitraries.of(true, false);
  }
}
