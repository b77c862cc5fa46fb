// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.ir.pass;

import dev.surefoot.catalog.isa.MemorySize;
import dev.surefoot.compiler.ir.Operation;
import dev.surefoot.compiler.ir.Statement;
import dev.surefoot.compiler.ir.Type;
import dev.surefoot.compiler.ir.Value;
import java.util.Optional;

/** A store of 4 bytes of {@code x & 0xffffffff} stores {@code x}: high bits do not matter to it. */
public final class NarrowStores implements Rule {
  @Override
  public Optional<Value> apply(Statement statement, Rewriting rewriting) {
    if (!(statement.operation()
            instanceof Operation.Store(MemorySize size, Value pointer, int offset, Value value))
        || size == MemorySize.B8) {
      return Optional.empty();
    }
    return LookThroughExtensions.within(value, 8 * size.bytes(), rewriting)
        .map(
            source ->
                rewriting.emit(Type.NOTHING, new Operation.Store(size, pointer, offset, source)));
  }
}
