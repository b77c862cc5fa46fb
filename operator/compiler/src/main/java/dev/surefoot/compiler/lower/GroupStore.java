// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.lower;

import dev.surefoot.catalog.bundle.KernelStream;
import dev.surefoot.catalog.elf.MapDefinition;
import dev.surefoot.compiler.ir.OpenBlock;
import java.util.List;
import java.util.Optional;

/** How a program keeps partial aggregates; see {@code GroupForm}. */
sealed interface GroupStore permits SlotStore, HashStore {
  /** The maps that this needs, without the shared ones. */
  List<MapDefinition> maps();

  /** The slots, where there are some. */
  Optional<KernelStream.Slots> slots();

  /** The hash, where there is one. */
  Optional<KernelStream.Hash> hash();

  /** Adds the row to its partial. Ends the block by going to {@code done}. */
  void add(PartialCode row, OpenBlock done);
}
