// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.lower;

import dev.surefoot.catalog.bundle.KernelStream.Partials;
import dev.surefoot.catalog.bundle.KernelStream.State;
import dev.surefoot.catalog.bundle.Loss;
import dev.surefoot.catalog.isa.AluOp;
import dev.surefoot.catalog.isa.JumpOp;
import dev.surefoot.catalog.isa.MemorySize;
import dev.surefoot.catalog.isa.Width;
import dev.surefoot.compiler.ir.FunctionBuilder;
import dev.surefoot.compiler.ir.HelperCall;
import dev.surefoot.compiler.ir.Likelihood;
import dev.surefoot.compiler.ir.OpenBlock;
import dev.surefoot.compiler.ir.Value;
import java.util.ArrayList;
import java.util.List;

/**
 * Code over partial aggregates in memory, whatever memory that is. A partial's address is a pointer
 * and an offset to it.
 *
 * @param words the row's key in 8-byte words, as it lies after the window's end
 * @param inputs what the row adds to each state
 */
record PartialCode(
    ProgramScope scope,
    PartialLayout layout,
    Value windowEnd,
    List<Value> words,
    List<Value> inputs) {
  private static final int WORD = 8;

  /** The row's key in words, each put together from its fields. */
  static List<Value> keyWords(
      FunctionBuilder builder, PartialLayout layout, List<KeyValue> values) {
    List<Value> words = new ArrayList<>();
    for (int i = 0; i < layout.keys().size(); i++) {
      values.get(i).addTo(builder, layout.keys().get(i), words);
    }
    return words;
  }

  /** Writes a partial of this row alone. */
  void initialize(Value memory, int offset) {
    FunctionBuilder builder = scope.builder();
    builder.store(MemorySize.B8, memory, offset, windowEnd);
    for (int i = 0; i < words.size(); i++) {
      builder.store(MemorySize.B8, memory, offset + WORD * (i + 1), words.get(i));
    }
    for (int i = 0; i < inputs.size(); i++) {
      builder.store(MemorySize.B8, memory, offset + stateOffset(i), inputs.get(i));
    }
  }

  /** Goes to {@code other} where the partial is of another window or key; else to a new block. */
  void requireSame(Value memory, int offset, OpenBlock other) {
    requireEqual(memory, offset, windowEnd, other);
    for (int i = 0; i < words.size(); i++) {
      requireEqual(memory, offset + WORD * (i + 1), words.get(i), other);
    }
  }

  private void requireEqual(Value memory, int offset, Value expected, OpenBlock other) {
    FunctionBuilder builder = scope.builder();
    OpenBlock same = builder.newBlock("same");
    Value present = builder.load(MemorySize.B8, memory, offset);
    builder.branch(JumpOp.NE, Width.W64, present, expected, other, same, Likelihood.UNLIKELY);
    builder.switchTo(same);
  }

  /** Adds the row to the states of a partial. */
  void update(Value memory, int offset) {
    for (int i = 0; i < inputs.size(); i++) {
      merge(layout.states().get(i), memory, offset + stateOffset(i), inputs.get(i));
    }
  }

  /** Adds the states of another partial to those of this one. */
  void mergeFrom(Value memory, int offset, Value other, int otherOffset) {
    for (int i = 0; i < inputs.size(); i++) {
      Value state = scope.builder().load(MemorySize.B8, other, otherOffset + stateOffset(i));
      merge(layout.states().get(i), memory, offset + stateOffset(i), state);
    }
  }

  /** Copies a whole partial. */
  void copy(Value from, int fromOffset, Value to, int toOffset) {
    FunctionBuilder builder = scope.builder();
    for (int word = 0; word < layout.record().bytes(); word += WORD) {
      Value part = builder.load(MemorySize.B8, from, fromOffset + word);
      builder.store(MemorySize.B8, to, toOffset + word, part);
    }
  }

  /** Ships a partial through the ring buffer and goes to {@code done}. */
  void ship(RingBuffer ring, int stream, Value memory, int offset, OpenBlock done) {
    FunctionBuilder builder = scope.builder();
    int headerBytes = Partials.PARTIAL_HEADER.bytes();
    ring.ship(
        scope,
        headerBytes + layout.record().bytes(),
        Loss.PARTIAL_DROPPED,
        record -> {
          builder.store(
              MemorySize.B4, record, Partials.PARTIAL_HEADER.field("stream").offset(), stream);
          builder.store(
              MemorySize.B4,
              record,
              Partials.PARTIAL_HEADER.field("cpu").offset(),
              builder.call(HelperCall.GET_SMP_PROCESSOR_ID));
          copy(memory, offset, record, headerBytes);
        },
        done);
  }

  private void merge(State state, Value memory, int offset, Value added) {
    FunctionBuilder builder = scope.builder();
    Value present = builder.load(MemorySize.B8, memory, offset);
    switch (state.merge()) {
      case SUM ->
          builder.store(MemorySize.B8, memory, offset, builder.alu(AluOp.ADD, present, added));
      case MIN -> storeIf(JumpOp.SLT, added, present, memory, offset);
      case MAX -> storeIf(JumpOp.SGT, added, present, memory, offset);
    }
  }

  private void storeIf(JumpOp better, Value added, Value present, Value memory, int offset) {
    FunctionBuilder builder = scope.builder();
    OpenBlock replace = builder.newBlock("replace");
    OpenBlock after = builder.newBlock("after");
    builder.branch(better, Width.W64, added, present, replace, after, Likelihood.UNLIKELY);
    builder.switchTo(replace);
    builder.store(MemorySize.B8, memory, offset, added);
    builder.jump(after);
    builder.switchTo(after);
  }

  private int stateOffset(int state) {
    return layout.states().get(state).field().offset();
  }
}
