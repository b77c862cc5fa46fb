// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.catalog.interpreter;

import dev.surefoot.catalog.elf.MapDefinition;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * A ring buffer. Records take their length and 8 bytes of header, rounded up to 8; a record is seen
 * when it and all before it are submitted ({@code kernel/bpf/ringbuf.c}).
 */
public final class RingMap implements MachineMap {
  private static final int HEADER_BYTES = 8;

  /** A reservation, in order; {@code bytes} is there once it was submitted. */
  private static final class Entry {
    final int space;
    Optional<byte[]> bytes = Optional.empty();
    boolean busy = true;

    Entry(int space) {
      this.space = space;
    }
  }

  private record Reservation(Entry entry, Region region) {}

  private final MapDefinition definition;
  private final Memory memory;
  private final Deque<Entry> entries = new ArrayDeque<>();
  private final List<Reservation> reservations = new ArrayList<>();
  private long usedBytes;

  RingMap(MapDefinition definition, Memory memory) {
    this.definition = definition;
    this.memory = memory;
  }

  @Override
  public MapDefinition definition() {
    return definition;
  }

  /** Takes out the records that a reader sees, in order. */
  public List<byte[]> consume() {
    List<byte[]> records = new ArrayList<>();
    while (!entries.isEmpty() && !entries.getFirst().busy) {
      Entry entry = entries.removeFirst();
      usedBytes -= entry.space;
      entry.bytes.ifPresent(records::add);
    }
    return records;
  }

  /** Bytes that reservations and unread records take, headers included. */
  public long usedBytes() {
    return usedBytes;
  }

  /** The address of a new record; 0 where there is no room. */
  long reserve(long bytes) {
    long space = Math.ceilDiv(bytes + HEADER_BYTES, Long.BYTES) * Long.BYTES;
    // The kernel keeps one byte free, so that a full buffer differs from an empty one.
    if (bytes < 0 || usedBytes + space > definition.maxEntries() - 1) {
      return 0;
    }
    usedBytes += space;
    Entry entry = new Entry((int) space);
    entries.add(entry);
    Region region = memory.allocate("record in " + definition.name(), new byte[(int) bytes], true);
    region.makeOld();
    reservations.add(new Reservation(entry, region));
    return region.base();
  }

  /** Whether this is the address of a reservation of this buffer. */
  boolean owns(long address) {
    return reservations.stream().anyMatch(r -> r.region().base() == address);
  }

  void submit(long address) {
    Reservation reservation = take(address);
    reservation.entry().bytes = Optional.of(reservation.region().bytes().array().clone());
  }

  void discard(long address) {
    take(address);
  }

  /** Whether a program left a reservation open. */
  boolean hasReservations() {
    return !reservations.isEmpty();
  }

  private Reservation take(long address) {
    for (Reservation reservation : reservations) {
      if (reservation.region().base() == address) {
        reservations.remove(reservation);
        reservation.entry().busy = false;
        memory.release(reservation.region());
        return reservation;
      }
    }
    throw new Fault("0x%x is no reserved record".formatted(address));
  }

  @Override
  public long lookup(byte[] key, int cpu) {
    throw new Fault("a ring buffer has no keys");
  }

  @Override
  public long update(byte[] key, byte[] value, long flags, int cpu) {
    throw new Fault("a ring buffer has no keys");
  }

  @Override
  public long delete(byte[] key) {
    throw new Fault("a ring buffer has no keys");
  }
}
