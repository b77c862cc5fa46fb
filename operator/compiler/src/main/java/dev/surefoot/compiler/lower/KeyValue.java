// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.lower;

import dev.surefoot.catalog.isa.AluOp;
import dev.surefoot.catalog.isa.MemorySize;
import dev.surefoot.catalog.layout.Field;
import dev.surefoot.compiler.ir.FunctionBuilder;
import dev.surefoot.compiler.ir.Value;
import java.util.List;

/** A part of a group's key. */
sealed interface KeyValue {
  /**
   * Adds this part to the words of the key area, which begins behind the window's end.
   *
   * @param field where the part lies in the partial
   */
  void addTo(FunctionBuilder builder, Field field, List<Value> words);

  /** An integer; only its low bytes, as many as the field has, count. */
  record Scalar(Value lowBytes) implements KeyValue {
    @Override
    public void addTo(FunctionBuilder builder, Field field, List<Value> words) {
      int word = field.offset() / 8 - 1;
      int shift = 8 * (field.offset() % 8);
      int bits = 8 * field.type().bytes();
      Value part = lowBytes;
      if (shift + bits < 64) {
        part = builder.zeroExtend(bits, part);
      }
      if (shift > 0) {
        part = builder.alu(AluOp.LSH, part, shift);
      }
      if (word < words.size()) {
        words.set(word, builder.alu(AluOp.OR, words.get(word), part));
      } else {
        words.add(part);
      }
    }
  }

  /** Text that lies zero-filled in memory. */
  record Text(Value memory) implements KeyValue {
    @Override
    public void addTo(FunctionBuilder builder, Field field, List<Value> words) {
      for (int offset = 0; offset < field.type().bytes(); offset += 8) {
        words.add(builder.load(MemorySize.B8, memory, offset));
      }
    }
  }
}
