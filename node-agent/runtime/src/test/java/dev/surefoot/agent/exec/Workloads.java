// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.agent.exec;

import static dev.surefoot.agent.exec.TestingPlans.call;
import static dev.surefoot.agent.exec.TestingPlans.countStar;
import static dev.surefoot.agent.exec.TestingPlans.literal;
import static dev.surefoot.agent.exec.TestingPlans.named;
import static dev.surefoot.agent.exec.TestingPlans.number;

import dev.surefoot.agent.sink.RowSink;
import dev.surefoot.catalog.bundle.KernelStream.Batches;
import dev.surefoot.catalog.bundle.KernelStream.Events;
import dev.surefoot.catalog.bundle.UserPlan;
import dev.surefoot.catalog.bundle.UserStage;
import dev.surefoot.catalog.bundle.UserStage.AggregateRows;
import dev.surefoot.catalog.bundle.UserStage.FilterRows;
import dev.surefoot.catalog.bundle.UserStage.MatchSpans;
import dev.surefoot.catalog.bundle.UserStage.ProjectRows;
import dev.surefoot.catalog.bundle.UserStage.ReadRows;
import dev.surefoot.catalog.bundle.UserStage.SpanColumn;
import dev.surefoot.catalog.expression.AggregateFunction;
import dev.surefoot.catalog.expression.ArithmeticOp;
import dev.surefoot.catalog.expression.ComparisonOp;
import dev.surefoot.catalog.expression.Expression;
import dev.surefoot.catalog.expression.ValueType;
import dev.surefoot.catalog.layout.FieldType;
import dev.surefoot.catalog.layout.RecordLayout;
import java.nio.ByteBuffer;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/** The paper's queries over records that come again and again. */
final class Workloads {
  static final int RECORDS = 1 << 16;
  static final int ROWS_PER_BATCH = 256;

  private static final int THREADS = 64;
  private static final RecordLayout HALF =
      RecordLayout.named("half")
          .add("stream", FieldType.U32)
          .add("cpu", FieldType.U32)
          .add("sequence", FieldType.U64)
          .add("tid", FieldType.U32)
          .add("pid", FieldType.U32)
          .add("ts", FieldType.U64)
          .add("syscall_number", FieldType.I32)
          .add("ret", FieldType.I64)
          .add("comm", new FieldType.Text(16))
          .build();
  private static final RecordLayout ROW =
      RecordLayout.named("row")
          .add("pid", FieldType.U32)
          .add("syscall_number", FieldType.I32)
          .add("latency", FieldType.U64)
          .build();

  /** A plan that is being executed, and what feeds it. */
  record Running(PlanExecution execution, ReplayedRing ring, int rowsPerReplay) {
    /** Takes all records once. */
    void round(long now) {
      ring.replay();
      PlanExecution.Progress _ = execution.poll(now);
    }
  }

  private Workloads() {}

  /** Query 1 with nothing in the kernel: match, filter, MAX of the latency by pid and number. */
  static Running spans(RowSink sink) {
    ReplayedRing ring = new ReplayedRing(HALF, 0, RECORDS);
    for (int i = 0; i < RECORDS; i++) {
      int call = i / 2;
      TestingRecord.at(HALF, ring.data(), ring.offset(i))
          .set("stream", 1 + i % 2)
          .set("tid", 1000 + call * 31 % THREADS)
          .set("pid", 1000 + call % 8)
          .set("ts", 1000 + i)
          .set("syscall_number", call * 7 % 40)
          .set("comm", "rocksdb:low");
    }
    return running(spanPlan(), new ReplayedMemory(ring), ring, RECORDS, sink);
  }

  private static UserPlan spanPlan() {
    UserStage match =
        new MatchSpans(
            1,
            2,
            List.of(),
            "tid",
            List.of(
                new SpanColumn(false, "pid"),
                new SpanColumn(true, "syscall_number"),
                new SpanColumn(true, "ts"),
                new SpanColumn(false, "ts"),
                new SpanColumn(false, "comm")));
    Expression latency = new Expression.Arithmetic(ArithmeticOp.SUBTRACT, number(3), number(2));
    UserStage filter =
        new FilterRows(new Expression.Comparison(ComparisonOp.GREATER, number(1), literal(3)));
    UserStage aggregate =
        new AggregateRows(
            1_000_000_000,
            3,
            List.of(named(number(0)), named(number(1))),
            List.of(call(AggregateFunction.MAX, latency), countStar()));
    // The sequence is not in these records, since they come again: events without numbers.
    RecordLayout unnumbered =
        new RecordLayout(
            HALF.name(),
            HALF.fields().stream().filter(field -> !field.name().equals("sequence")).toList(),
            HALF.bytes());
    return new UserPlan(
        List.of(new Events(1, unnumbered), new Events(2, unnumbered)),
        List.of(match, filter, aggregate),
        TestingPlans.columns(Collections.nCopies(6, ValueType.INT64)));
  }

  /** Query 2 from batches: every latency, no further stage but a projection. */
  static Running batches(RowSink sink) {
    int batches = 256;
    Batches stream = new Batches(4, ROW, ROWS_PER_BATCH, "batch");
    ReplayedRing ring =
        new ReplayedRing(RecordLayout.named("none").build(), stream.areaBytes(), batches);
    ReplayedMemory memory = new ReplayedMemory(ring);
    ByteBuffer _ = memory.addArea("batch", 2 * stream.areaBytes());
    for (int batch = 0; batch < batches; batch++) {
      int at = ring.offset(batch);
      TestingRecord.at(Batches.BATCH_HEADER, ring.data(), at)
          .set("stream", 4)
          .set("batch", batch)
          .set("count", ROWS_PER_BATCH);
      for (int row = 0; row < ROWS_PER_BATCH; row++) {
        TestingRecord.at(ROW, ring.data(), at + Batches.BATCH_HEADER.bytes() + row * ROW.bytes())
            .set("pid", 31_000 + row % 7)
            .set("syscall_number", row % 300)
            .set("latency", 100 + row * 977L);
      }
    }
    UserPlan plan =
        new UserPlan(
            List.of(stream),
            List.of(
                new ReadRows(4, List.of("pid", "syscall_number", "latency")),
                new ProjectRows(IntStream.range(0, 3).mapToObj(i -> named(number(i))).toList())),
            TestingPlans.columns(Collections.nCopies(3, ValueType.INT64)));
    return running(plan, memory, ring, batches * ROWS_PER_BATCH, sink);
  }

  private static Running running(
      UserPlan plan, ReplayedMemory memory, ReplayedRing ring, int rows, RowSink sink) {
    return new Running(
        new PlanExecution(plan, memory, sink, ExecutionSettings.startingAt(0)), ring, rows);
  }
}
