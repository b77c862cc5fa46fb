// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.catalog.elf;

import dev.surefoot.catalog.btf.Btf;
import dev.surefoot.catalog.btf.BtfKind;
import dev.surefoot.catalog.btf.BtfType;
import dev.surefoot.catalog.elf.KfuncDefinition.KfuncType;
import java.util.List;
import java.util.stream.Stream;

/** Kernel functions that an object declares: the functions of {@code .ksyms}. */
final class KfuncReader {
  private static final int MAX_DEPTH = 64;

  private final Btf btf;

  KfuncReader(Btf btf) {
    this.btf = btf;
  }

  List<KfuncDefinition> read() {
    return btf.find(BtfKind.DATA_SECTION, ElfObjectWriter.EXTERNS).stream()
        .flatMap(section -> ((BtfType.DataSection) section).entries().stream())
        .flatMap(entry -> function(btf.type(entry.type())))
        .toList();
  }

  private Stream<KfuncDefinition> function(BtfType type) {
    return type instanceof BtfType.Function(String name, int prototype, _)
            && btf.type(prototype) instanceof BtfType.Prototype(int result, var parameters)
        ? Stream.of(
            new KfuncDefinition(
                name, type(result, 0), parameters.stream().map(p -> type(p.type(), 0)).toList()))
        : Stream.empty();
  }

  private KfuncType type(int id, int depth) {
    if (depth == MAX_DEPTH) {
      throw new ElfFormatException(0, "pointers to pointers that do not end");
    }
    return switch (btf.resolved(id)) {
      case BtfType.VoidType _ -> new KfuncType.Nothing();
      case BtfType.Int(_, int bytes, var encoding, _) ->
          new KfuncType.Int(bytes, encoding == BtfType.IntEncoding.SIGNED);
      case BtfType.Pointer(int target) -> new KfuncType.Pointer(type(target, depth + 1));
      case BtfType.Composite composite -> new KfuncType.Struct(composite.name());
      default ->
          throw new ElfFormatException(0, "a kernel function with a " + btf.resolved(id).kind());
    };
  }
}
