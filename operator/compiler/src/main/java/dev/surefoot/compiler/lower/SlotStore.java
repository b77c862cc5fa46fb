// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.lower;

import dev.surefoot.catalog.bundle.KernelStream;
import dev.surefoot.catalog.bundle.KernelStream.Slots;
import dev.surefoot.catalog.elf.MapDefinition;
import dev.surefoot.catalog.isa.AluOp;
import dev.surefoot.catalog.isa.JumpOp;
import dev.surefoot.catalog.isa.MemorySize;
import dev.surefoot.catalog.isa.Width;
import dev.surefoot.catalog.profile.KernelProfile;
import dev.surefoot.compiler.ir.FunctionBuilder;
import dev.surefoot.compiler.ir.Likelihood;
import dev.surefoot.compiler.ir.OpenBlock;
import dev.surefoot.compiler.ir.Value;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Slots for each CPU that hold one partial each, updated in place. A row of another group or window
 * evicts what its slot holds, into the hash behind it or through the ring buffer. The protocol with
 * the reader is that of {@link Slots}.
 */
final class SlotStore implements GroupStore {
  /** How a key finds its slot. */
  enum Addressing {
    /** The low bits of the key's first word. */
    KEY,
    /** The high bits of a multiplicative hash of all words. */
    HASH
  }

  private static final String MAP = "slots";

  /** 2^64 divided by the golden ratio, made odd: neighbouring keys land far apart. */
  private static final long MULTIPLIER = 0x9E3779B97F4A7C15L;

  private static final int SEQUENCE = 0;
  private static final int PARTIAL = Slots.PARTIAL_OFFSET;

  private final int slots;
  private final Addressing addressing;
  private final Optional<HashStore> behind;
  private final int slotBytes;
  private final int stream;
  private final RingBuffer ring;
  private final MapDefinition map;
  private final MapDefinition control;

  SlotStore(
      int slots,
      Addressing addressing,
      Optional<HashStore> behind,
      PartialLayout layout,
      int stream,
      RingBuffer ring,
      KernelProfile profile) {
    this.slots = slots;
    this.addressing = addressing;
    this.behind = behind;
    this.slotBytes = PARTIAL + layout.record().bytes();
    this.stream = stream;
    this.ring = ring;
    this.map = CpuAreas.map(MAP, slots * slotBytes, profile);
    this.control = CpuAreas.oneElement(KernelStream.CONTROL_MAP, KernelStream.CONTROL.bytes());
  }

  @Override
  public List<MapDefinition> maps() {
    return Stream.concat(
            Stream.of(map, control), behind.stream().flatMap(hash -> hash.maps().stream()))
        .toList();
  }

  @Override
  public Optional<Slots> slots() {
    return Optional.of(new Slots(MAP, slots, slotBytes));
  }

  @Override
  public Optional<KernelStream.Hash> hash() {
    return behind.flatMap(HashStore::hash);
  }

  @Override
  public void add(PartialCode row, OpenBlock done) {
    FunctionBuilder builder = row.scope().builder();
    Value area = CpuAreas.area(builder, map, slots * slotBytes);
    Value slot = builder.pointerAdd(area, builder.alu(AluOp.MUL, index(builder, row), slotBytes));
    OpenBlock other = builder.newBlock("other_group");
    row.requireSame(slot, PARTIAL, other);
    row.update(slot, PARTIAL);
    builder.jump(done);

    builder.switchTo(other);
    Value sequence = builder.load(MemorySize.B8, slot, SEQUENCE);
    builder.store(MemorySize.B8, slot, SEQUENCE, builder.alu(AluOp.ADD, sequence, 1));
    OpenBlock evicted = builder.newBlock("evicted");
    evict(row, slot, evicted);
    builder.switchTo(evicted);
    row.initialize(slot, PARTIAL);
    builder.store(MemorySize.B8, slot, SEQUENCE, builder.alu(AluOp.ADD, sequence, 2));
    builder.jump(done);
  }

  /** Moves the slot's partial on unless it is empty or was read already. */
  private void evict(PartialCode row, Value slot, OpenBlock done) {
    FunctionBuilder builder = row.scope().builder();
    Value consumed =
        builder.load(
            MemorySize.B8,
            builder.mapValue(control, 0),
            KernelStream.CONTROL.field("consumed_until").offset());
    Value windowEnd = builder.load(MemorySize.B8, slot, PARTIAL);
    OpenBlock move = builder.newBlock("move");
    // An empty slot's window ends at 0, which has always been read.
    builder.branch(JumpOp.LE, Width.W64, windowEnd, consumed, done, move, Likelihood.EVEN);
    builder.switchTo(move);
    if (behind.isPresent()) {
      behind.get().merge(row, slot, PARTIAL, done);
    } else {
      row.ship(ring, stream, slot, PARTIAL, done);
    }
  }

  private Value index(FunctionBuilder builder, PartialCode row) {
    if (row.words().isEmpty()) {
      return builder.constant(0);
    }
    return switch (addressing) {
      case KEY -> builder.alu(AluOp.AND, row.words().getFirst(), slots - 1);
      case HASH -> {
        Value hash = builder.alu(AluOp.MUL, row.words().getFirst(), MULTIPLIER);
        for (Value word : row.words().subList(1, row.words().size())) {
          hash = builder.alu(AluOp.MUL, builder.alu(AluOp.XOR, hash, word), MULTIPLIER);
        }
        yield builder.alu(AluOp.RSH, hash, 64 - Integer.numberOfTrailingZeros(slots));
      }
    };
  }
}
