// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.catalog.mvsf;

import dev.surefoot.catalog.profile.KernelProfile;
import dev.surefoot.catalog.schema.Half;
import dev.surefoot.catalog.schema.Table;
import dev.surefoot.catalog.schema.Tables;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Every MVSF for a kernel. */
public record MvsfCatalog(List<Mvsf> functions) {
  public MvsfCatalog {
    functions = List.copyOf(functions);
  }

  /** The functions of all tables. */
  public static MvsfCatalog of(KernelProfile profile) {
    return new MvsfCatalog(
        Tables.all().stream()
            .flatMap(table -> programsFor(table, profile, 0).functions().stream())
            .toList());
  }

  /**
   * The functions of one table: its halves, then its cancels.
   *
   * @param firstStream id of the first function's stream; the others follow
   */
  public static TablePrograms programsFor(Table table, KernelProfile profile, int firstStream) {
    List<Mvsf.Purpose> purposes =
        switch (table.shape()) {
          case Table.Shape.Event _ -> List.of(new Mvsf.Purpose.Columns(Half.EVENT));
          case Table.Shape.Span span ->
              Stream.<Mvsf.Purpose>concat(
                      Stream.of(
                          new Mvsf.Purpose.Columns(Half.OPEN),
                          new Mvsf.Purpose.Columns(Half.CLOSE)),
                      IntStream.range(0, span.cancels().size()).mapToObj(Mvsf.Purpose.Cancel::new))
                  .toList();
        };
    List<Mvsf> functions = new ArrayList<>();
    for (Mvsf.Purpose purpose : purposes) {
      int slot = functions.size();
      functions.add(new MvsfAssembler(table, profile, slot, firstStream + slot).build(purpose));
    }
    return new TablePrograms(table, functions);
  }

  /** The function of this name, where there is one. */
  public Optional<Mvsf> find(String name) {
    return functions.stream().filter(function -> function.name().equals(name)).findFirst();
  }
}
