// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.lower;

import dev.surefoot.catalog.elf.MapDefinition;
import dev.surefoot.compiler.ir.OpenBlock;
import dev.surefoot.compiler.ir.Value;
import java.util.function.Consumer;

/** How programs keep the open half of spans; one implementation for each {@code SpanForm}. */
interface SpanStore {
  /** The map that holds the spans. */
  MapDefinition map();

  /** Whether its code handles kernel objects by their types. */
  boolean needsKernelTypes();

  /**
   * Goes on with the slot for a span that opens; {@code fill} writes all its fields. Ends the
   * block.
   *
   * @param done where the program goes on when the span is kept, or counted as not kept
   */
  void open(ProgramScope scope, Value key, Consumer<Value> fill, OpenBlock done);

  /** Makes sure that no span of this key is open; goes on in a new block. */
  void forget(ProgramScope scope, Value key);

  /**
   * The slot of the key; what it holds is a span where its marker is not 0. Goes on in a new block;
   * where there is no slot, at {@code absent}.
   */
  Value find(ProgramScope scope, Value key, OpenBlock absent);

  /** Discards the open span of the key, at a cancel. Ends the block by going to {@code done}. */
  void cancel(ProgramScope scope, Value key, OpenBlock done);
}
