// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.agent.exec;

import dev.surefoot.agent.exec.value.FieldReader;
import dev.surefoot.agent.exec.value.Row;
import dev.surefoot.catalog.bundle.KernelStream.Events;
import dev.surefoot.catalog.bundle.UserPlan;
import dev.surefoot.catalog.bundle.UserStage.MatchSpans;
import dev.surefoot.catalog.bundle.UserStage.SpanColumn;
import dev.surefoot.catalog.expression.ValueType;
import dev.surefoot.catalog.layout.Field;
import dev.surefoot.catalog.layout.FieldType;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * Pairs opening and closing events by their key.
 *
 * <p>Where a closing event and the next opening one of the same key were both lost, or a cancel, an
 * open span would be paired with the closing event of another. So while events may have been lost
 * ({@link #suspect}) no row is given, and all spans that are open then are abandoned.
 */
final class SpanMatchOperator implements RowSource {
  private static final int MAX_SPANS = 1 << 22;

  private final int openStream;
  private final int closeStream;
  private final KeyReader[] keys;
  private final FieldReader openFields;
  private final FieldReader closeFields;
  private final OpenSpans spans;
  private final Row row;
  private final LossCounts loss;
  private final RowOperator next;
  private boolean suspicious;

  SpanMatchOperator(MatchSpans stage, UserPlan plan, int cpus, LossCounts loss, RowOperator next) {
    this.loss = loss;
    this.next = next;
    openStream = stage.openStream();
    closeStream = stage.closeStream();
    keys = new KeyReader[plan.streams().stream().mapToInt(s -> s.id()).max().orElse(0) + 1];
    List<Integer> streams = new ArrayList<>(stage.cancels());
    streams.addAll(List.of(openStream, closeStream));
    for (int id : streams) {
      keys[id] = KeyReader.of(events(plan, id), stage.key(), cpus, loss);
    }
    openFields = fields(stage, true, events(plan, openStream));
    closeFields = fields(stage, false, events(plan, closeStream));
    spans = new OpenSpans(openFields.savedWords(), MAX_SPANS);
    row = new Row(types(stage, plan));
  }

  private static Events events(UserPlan plan, int stream) {
    if (plan.stream(stream) instanceof Events events) {
      return events;
    }
    throw new IllegalArgumentException("spans are matched over events: " + plan.stream(stream));
  }

  private static FieldReader fields(MatchSpans stage, boolean fromOpen, Events stream) {
    List<Field> fields = new ArrayList<>();
    List<Integer> columns = new ArrayList<>();
    for (int i = 0; i < stage.columns().size(); i++) {
      SpanColumn column = stage.columns().get(i);
      if (column.fromOpen() == fromOpen) {
        fields.add(stream.event().field(column.field()));
        columns.add(i);
      }
    }
    return new FieldReader(fields, columns);
  }

  private static List<ValueType> types(MatchSpans stage, UserPlan plan) {
    return stage.columns().stream()
        .map(
            column ->
                events(plan, column.fromOpen() ? stage.openStream() : stage.closeStream())
                    .event()
                    .field(column.field())
                    .type())
        .map(FieldReader::valueType)
        .toList();
  }

  @Override
  public void record(int stream, ByteBuffer data, int offset, int length) {
    KeyReader reader = keys[stream];
    if (reader.lostBefore(data, offset) > 0) {
      abandon();
    }
    long key = reader.key(data, offset);
    if (stream == closeStream) {
      close(key, data, offset);
    } else if (stream == openStream) {
      open(key, data, offset);
    } else {
      int _ = spans.close(key);
    }
  }

  private void open(long key, ByteBuffer data, int offset) {
    int at = spans.open(key);
    if (at < 0) {
      loss.add(LossStage.SPAN_NOT_KEPT, 1);
    } else {
      openFields.save(data, offset, spans.words(), at);
    }
  }

  private void close(long key, ByteBuffer data, int offset) {
    int at = spans.close(key);
    if (at < 0) {
      return;
    }
    if (suspicious) {
      loss.add(LossStage.SPAN_ABANDONED, 1);
      return;
    }
    openFields.restore(spans.words(), at, row);
    closeFields.read(data, offset, row);
    next.row(row);
  }

  private void abandon() {
    loss.add(LossStage.SPAN_ABANDONED, spans.abandon());
  }

  /** Among the records that follow, up to {@link #trust}, some may be missing. */
  void suspect() {
    suspicious = true;
  }

  /** From here on no record is missing. */
  void trust() {
    suspicious = false;
    abandon();
  }

  @Override
  public void advance(long untilNanos) {
    next.advance(untilNanos);
  }

  @Override
  public void finish(long nowNanos) {
    next.finish(nowNanos);
  }

  /** Reads the key of a stream's events and watches over their numbers. */
  private record KeyReader(int offset, FieldType.Int type, SequenceTracker sequences) {
    static KeyReader of(Events stream, String key, int cpus, LossCounts loss) {
      Field field = stream.event().field(key);
      if (field.type() instanceof FieldType.Int type) {
        return new KeyReader(
            field.offset(), type, SequenceTracker.of(stream.event(), cpus, loss).orElse(null));
      }
      throw new IllegalArgumentException("a span's key is an integer: " + field);
    }

    long key(ByteBuffer data, int at) {
      return FieldReader.integer(data, at + offset, type);
    }

    long lostBefore(ByteBuffer data, int at) {
      return sequences == null ? 0 : sequences.lostBefore(data, at);
    }
  }
}
