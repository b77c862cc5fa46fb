// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.agent.libbpf;

import com.sun.jna.Native;
import com.sun.jna.Pointer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * Zeroed memory outside the heap, little-endian, freed when it is no longer reachable: hold the
 * buffer for as long as native code has its address.
 */
public final class NativeBuffer {
  private final ByteBuffer bytes;
  private final long address;

  private NativeBuffer(ByteBuffer bytes) {
    this.bytes = bytes.order(ByteOrder.LITTLE_ENDIAN);
    this.address = Pointer.nativeValue(Native.getDirectBufferPointer(bytes));
  }

  /** Memory of this many bytes, at least one. */
  public static NativeBuffer allocate(int bytes) {
    return new NativeBuffer(ByteBuffer.allocateDirect(bytes));
  }

  /** A copy of these bytes. */
  public static NativeBuffer of(byte[] content) {
    NativeBuffer buffer = allocate(Math.max(1, content.length));
    buffer.bytes.put(0, content);
    return buffer;
  }

  /** Its address, never 0. */
  public long address() {
    return address;
  }

  /** The content; absolute access only, so that position and limit stay. */
  public ByteBuffer bytes() {
    return bytes;
  }

  /** The text up to the first zero byte. */
  public String text() {
    return text(bytes);
  }

  /** The text in this memory up to the first zero byte. */
  public static String text(ByteBuffer memory) {
    int length = 0;
    while (length < memory.capacity() && memory.get(length) != 0) {
      length++;
    }
    byte[] text = new byte[length];
    memory.get(0, text);
    return new String(text, StandardCharsets.UTF_8);
  }
}
