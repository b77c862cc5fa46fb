// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.lower;

import dev.surefoot.catalog.bundle.KernelStream;
import dev.surefoot.catalog.elf.MapDefinition;
import dev.surefoot.catalog.elf.MapType;
import dev.surefoot.catalog.isa.JumpOp;
import dev.surefoot.catalog.isa.MemorySize;
import dev.surefoot.compiler.ir.FunctionBuilder;
import dev.surefoot.compiler.ir.HelperCall;
import dev.surefoot.compiler.ir.Likelihood;
import dev.surefoot.compiler.ir.OpenBlock;
import dev.surefoot.compiler.ir.Value;
import java.util.List;
import java.util.Optional;

/**
 * A per-CPU hash from window and key to partials. Where it is full, a row's partial goes through
 * the ring buffer instead.
 */
final class HashStore implements GroupStore {
  private static final String MAP = "groups";

  private final MapDefinition map;
  private final PartialLayout layout;
  private final int stream;
  private final RingBuffer ring;

  HashStore(int entries, PartialLayout layout, int stream, RingBuffer ring) {
    this.layout = layout;
    this.stream = stream;
    this.ring = ring;
    this.map =
        MapDefinition.of(
            MAP, MapType.PERCPU_HASH, layout.keyBytes(), layout.record().bytes(), entries, 0);
  }

  @Override
  public List<MapDefinition> maps() {
    return List.of(map);
  }

  @Override
  public Optional<KernelStream.Slots> slots() {
    return Optional.empty();
  }

  @Override
  public Optional<KernelStream.Hash> hash() {
    return Optional.of(new KernelStream.Hash(MAP, layout.keyBytes(), layout.record().bytes()));
  }

  @Override
  public void add(PartialCode row, OpenBlock done) {
    FunctionBuilder builder = row.scope().builder();
    Value fresh = builder.stackSlot(layout.record().bytes(), 8);
    row.initialize(fresh, 0);
    OpenBlock insert = builder.newBlock("insert_group");
    OpenBlock empty = builder.newBlock("empty_here");
    Value found = requireFilled(row, fresh, 0, insert, empty, Likelihood.UNLIKELY);
    row.update(found, 0);
    builder.jump(done);
    builder.switchTo(empty);
    row.initialize(found, 0);
    builder.jump(done);
    builder.switchTo(insert);
    insert(row, fresh, 0, done);
  }

  /** Merges the partial at {@code memory + offset} into the hash and goes to {@code done}. */
  void merge(PartialCode row, Value memory, int offset, OpenBlock done) {
    FunctionBuilder builder = row.scope().builder();
    OpenBlock insert = builder.newBlock("insert_evicted");
    OpenBlock empty = builder.newBlock("empty_here");
    Value found = requireFilled(row, memory, offset, insert, empty, Likelihood.EVEN);
    row.mergeFrom(found, 0, memory, offset);
    builder.jump(done);
    builder.switchTo(empty);
    row.copy(memory, offset, found, 0);
    builder.jump(done);
    builder.switchTo(insert);
    insert(row, memory, offset, done);
  }

  /** This CPU's value of a group; goes on in a new block where it holds a partial. */
  private Value requireFilled(
      PartialCode row,
      Value memory,
      int offset,
      OpenBlock absent,
      OpenBlock empty,
      Likelihood absence) {
    FunctionBuilder builder = row.scope().builder();
    OpenBlock present = builder.newBlock("group_present");
    OpenBlock filled = builder.newBlock("filled");
    Value found =
        builder.call(
            HelperCall.MAP_LOOKUP_ELEM,
            builder.mapAddress(map),
            builder.pointerAdd(memory, offset));
    builder.branch(JumpOp.EQ, found, 0, absent, present, absence);
    builder.switchTo(present);
    Value windowEnd = builder.load(MemorySize.B8, found, 0);
    builder.branch(JumpOp.EQ, windowEnd, 0, empty, filled, Likelihood.UNLIKELY);
    builder.switchTo(filled);
    return found;
  }

  private void insert(PartialCode row, Value memory, int offset, OpenBlock done) {
    FunctionBuilder builder = row.scope().builder();
    Value partial = builder.pointerAdd(memory, offset);
    Value refused =
        builder.call(
            HelperCall.MAP_UPDATE_ELEM,
            builder.mapAddress(map),
            partial,
            partial,
            builder.constant(0));
    OpenBlock full = builder.newBlock("groups_full");
    builder.branch(JumpOp.NE, refused, 0, full, done, Likelihood.UNLIKELY);
    builder.switchTo(full);
    row.ship(ring, stream, memory, offset, done);
  }
}
