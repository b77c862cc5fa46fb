// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.agent.exec;

import dev.surefoot.agent.exec.value.FieldReader;
import dev.surefoot.agent.exec.value.Row;
import dev.surefoot.catalog.bundle.KernelStream.Events;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;

/** A row for each event. */
final class EventSource implements RowSource {
  private final FieldReader fields;
  private final Row row;
  private final Optional<SequenceTracker> sequences;
  private final RowOperator next;

  EventSource(Events stream, List<String> columns, int cpus, LossCounts loss, RowOperator next) {
    RowFields selected = RowFields.of(stream.event(), columns);
    fields = selected.reader();
    row = selected.row();
    sequences = SequenceTracker.of(stream.event(), cpus, loss);
    this.next = next;
  }

  @Override
  public void record(int stream, ByteBuffer data, int offset, int length) {
    if (sequences.isPresent()) {
      long _ = sequences.get().lostBefore(data, offset);
    }
    fields.read(data, offset, row);
    next.row(row);
  }

  @Override
  public void advance(long untilNanos) {
    next.advance(untilNanos);
  }

  @Override
  public void finish(long nowNanos) {
    next.finish(nowNanos);
  }
}
