// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.catalog.bundle;

import dev.surefoot.catalog.layout.Field;
import dev.surefoot.catalog.layout.FieldType;
import dev.surefoot.catalog.layout.RecordLayout;
import java.util.List;
import java.util.Optional;

/**
 * What arrives from the kernel. All streams share one ring buffer, the map {@link #RING_MAP}; every
 * record in it begins with the stream's id as a u32.
 */
public sealed interface KernelStream {
  /** Name of the ring buffer map. */
  String RING_MAP = "rows";

  /** Name of the control area, a mapped one-element array of {@link #CONTROL}; with slots only. */
  String CONTROL_MAP = "control";

  /** Name of the loss counters: a mapped one-element array of a {@link Loss} table per CPU. */
  String LOSS_MAP = "loss";

  /** What user space tells the programs. */
  RecordLayout CONTROL =
      RecordLayout.named("control")
          // Partial aggregates of windows that end at or before this time have been read.
          .add("consumed_until", FieldType.U64)
          .build();

  /** The id: the first u32 of the stream's records. */
  int id();

  /**
   * One ring record for each event. The record's first fields are {@code stream} (u32) and, where
   * the program numbers its records, {@code sequence} (u64, consecutive from 0 for each CPU and
   * program, counting dropped ones too) and {@code cpu} (u32).
   */
  record Events(int id, RecordLayout event) implements KernelStream {}

  /**
   * Many rows in one ring record: {@link #BATCH_HEADER}, then {@code rowsPerBatch} rows. The batch
   * that a CPU is filling lies in the mapped one-element array {@code map}, one area of {@link
   * #areaBytes} for each possible CPU, in the same format. The program writes a row, then {@code
   * count}; it ships a full batch (or one whose window has ended), then sets {@code count} to 0 and
   * adds 1 to {@code batch}. Rows that were read from the area are skipped when the batch of that
   * number comes through the ring.
   */
  record Batches(int id, RecordLayout row, int rowsPerBatch, String map) implements KernelStream {
    /** What precedes the rows. */
    public static final RecordLayout BATCH_HEADER =
        RecordLayout.named("batch_header")
            .add("stream", FieldType.U32)
            .add("cpu", FieldType.U32)
            .add("batch", FieldType.U64)
            .add("count", FieldType.U64)
            // End of the window (ns) that the rows belong to; 0 where the query has none.
            .add("window_end", FieldType.U64)
            .build();

    /** Bytes of a batch: header and rows. */
    public int areaBytes() {
      return BATCH_HEADER.bytes() + rowsPerBatch * row.bytes();
    }
  }

  /**
   * Partial aggregates. A partial has the layout {@code partial}: {@code window_end} (u64), the key
   * fields, then the state fields; in the ring it follows {@link #PARTIAL_HEADER}. Partials of one
   * window and key are merged. They lie in up to three places: in the ring (what found no place
   * elsewhere), in the slots, in the hash.
   *
   * @param keys the fields of the group's key, in order
   * @param states one for each aggregate's parts, in order
   * @param slots a mapped array of slots for each CPU, where the program aggregates in place
   * @param hash a per-CPU hash from {@code window_end} and keys to states
   */
  record Partials(
      int id,
      RecordLayout partial,
      List<Field> keys,
      List<State> states,
      Optional<Slots> slots,
      Optional<Hash> hash)
      implements KernelStream {
    /** What precedes a partial in the ring. */
    public static final RecordLayout PARTIAL_HEADER =
        RecordLayout.named("partial_header")
            .add("stream", FieldType.U32)
            .add("cpu", FieldType.U32)
            .build();

    public Partials {
      keys = List.copyOf(keys);
      states = List.copyOf(states);
    }
  }

  /** A field of a partial and how two of them merge. */
  record State(Field field, Merge merge) {
    /** How the values of two partials become one. */
    public enum Merge {
      SUM,
      MIN,
      MAX
    }
  }

  /**
   * Slots in the mapped one-element array {@code map}: for each possible CPU {@code count} slots of
   * {@code slotBytes}. A slot is {@code sequence} (u64), then the partial. A slot whose {@code
   * window_end} is 0 is empty. The program makes {@code sequence} odd before it evicts a slot's
   * partial and even after the new one is in place; updates in place leave it alone. It evicts
   * nothing (and overwrites) where {@code window_end <= control.consumed_until}.
   */
  record Slots(String map, int count, int slotBytes) {
    /** Offset of the partial within a slot. */
    public static final int PARTIAL_OFFSET = 8;
  }

  /**
   * A {@code BPF_MAP_TYPE_PERCPU_HASH}: the key is the partial's bytes before its first state, the
   * value the whole partial. A CPU's value whose {@code window_end} is 0 is empty: the group is
   * another CPU's.
   */
  record Hash(String map, int keyBytes, int valueBytes) {}
}
