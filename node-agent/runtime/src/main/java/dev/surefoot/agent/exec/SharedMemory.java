// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.agent.exec;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Ordered access to memory that programs write at the same time. */
final class SharedMemory {
  private static final VarHandle LONG =
      MethodHandles.byteBufferViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private SharedMemory() {}

  /** Reads an aligned u64; what is read afterwards is at least as new. */
  static long getAcquire(ByteBuffer memory, int offset) {
    return (long) LONG.getAcquire(memory, offset);
  }

  /** Reads an aligned u64 after everything that was read before. */
  static long getAfterReads(ByteBuffer memory, int offset) {
    VarHandle.acquireFence();
    return (long) LONG.getOpaque(memory, offset);
  }

  /** Writes an aligned u64 after everything that was read and written before. */
  static void setRelease(ByteBuffer memory, int offset, long value) {
    LONG.setRelease(memory, offset, value);
  }
}
