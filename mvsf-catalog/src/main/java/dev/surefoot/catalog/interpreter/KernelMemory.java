// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.catalog.interpreter;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Kernel objects as far as a script has them: bytes at addresses, for programs read-only. */
public final class KernelMemory {
  /** Lowest address that objects are put at by {@link #add}. */
  private static final long FIRST_ADDRESS = 0xffff_8880_0000_0000L;

  private static final int SPACING = 1 << 16;

  private final TreeMap<Long, byte[]> objects = new TreeMap<>(Long::compareUnsigned);
  private long next = FIRST_ADDRESS;

  /** Puts bytes at an address, which is at least 2^63. */
  public KernelMemory put(long address, byte[] bytes) {
    if (address >= 0) {
      throw new IllegalArgumentException("no kernel address: 0x" + Long.toHexString(address));
    }
    objects.put(address, bytes.clone());
    return this;
  }

  /** Puts bytes (fewer than 64 KiB) at an address of its own choice, which it returns. */
  public long add(byte[] bytes) {
    long address = next;
    next += SPACING;
    put(address, bytes);
    return address;
  }

  /** Puts text, ended by a zero byte, at an address of its own choice, which it returns. */
  public long addText(String text) {
    return add((text + "\0").getBytes(StandardCharsets.UTF_8));
  }

  /** Changes a little-endian integer of 1 to 8 bytes within an object. */
  public KernelMemory set(long address, int bytes, long value) {
    Map.Entry<Long, byte[]> object = objects.floorEntry(address);
    byte[] encoded =
        ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN).putLong(value).array();
    System.arraycopy(
        encoded, 0, object.getValue(), Math.toIntExact(address - object.getKey()), bytes);
    return this;
  }

  /** The bytes at an address, where all of them are there. */
  public Optional<byte[]> read(long address, int length) {
    Map.Entry<Long, byte[]> object = objects.floorEntry(address);
    if (object == null) {
      return Optional.empty();
    }
    long offset = address - object.getKey();
    if (offset + length > object.getValue().length) {
      return Optional.empty();
    }
    byte[] result = new byte[length];
    System.arraycopy(object.getValue(), (int) offset, result, 0, length);
    return Optional.of(result);
  }
}
