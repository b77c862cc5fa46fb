// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.catalog.interpreter;

import dev.surefoot.catalog.isa.MemorySize;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * The memory of a machine: regions, each in 4 GiB of addresses of its own, so that no arithmetic on
 * a pointer leads from one into another. Other addresses are the scripted kernel's and read-only.
 */
final class Memory {
  private static final int REGION_SHIFT = 32;

  /**
   * Regions begin in the middle of their addresses, so that what lies before them is theirs too.
   */
  private static final long FIRST_OFFSET = 1L << 31;

  /** By the upper half of their address, less 1; null where free. */
  private final List<Region> regions = new ArrayList<>();

  private final Deque<Integer> free = new ArrayDeque<>();
  private final List<Region> retired = new ArrayList<>();
  private KernelMemory kernel = new KernelMemory();

  /** Makes this the memory behind addresses that are in no region. */
  void setKernel(KernelMemory memory) {
    this.kernel = memory;
  }

  /** A new region with these bytes, which it takes over. */
  Region allocate(String name, byte[] bytes, boolean writable) {
    return allocate(name, ByteBuffer.wrap(bytes), writable);
  }

  /** A new region that is this buffer, all of it. */
  Region allocate(String name, ByteBuffer bytes, boolean writable) {
    if (free.isEmpty()) {
      free.add(regions.size());
      regions.add(null);
    }
    int index = free.remove();
    Region region = new Region(name, base(index), bytes, writable);
    regions.set(index, region);
    return region;
  }

  /**
   * Ends the region when the run is over: as in the kernel, a program may still use a value that it
   * looked up and deleted.
   */
  void retire(Region region) {
    retired.add(region);
  }

  /** Ends all retired regions. */
  void releaseRetired() {
    retired.forEach(this::release);
    retired.clear();
  }

  /** Ends the region at once; its address means nothing any more. */
  void release(Region region) {
    int index = (int) (region.base() >>> REGION_SHIFT) - 1;
    regions.set(index, null);
    free.add(index);
  }

  /** Reads a zero-extended integer. */
  long load(MemorySize size, long address) {
    Region region = find(address);
    if (region == null) {
      return decode(size, kernelBytes(address, size.bytes()), 0);
    }
    return decode(size, region.bytes(), checked(region, address, size.bytes(), "load"));
  }

  /** Writes the low bytes. */
  void store(MemorySize size, long address, long value) {
    Region region = writable(address, size.bytes());
    int at = offset(address);
    switch (size) {
      case B1 -> region.bytes().put(at, (byte) value);
      case B2 -> region.bytes().putShort(at, (short) value);
      case B4 -> region.bytes().putInt(at, (int) value);
      case B8 -> region.bytes().putLong(at, value);
    }
  }

  /** Copies bytes out, as an argument of a helper. */
  byte[] read(long address, int length) {
    byte[] result = new byte[length];
    Region region = find(address);
    if (region == null) {
      kernelBytes(address, length).get(0, result);
    } else {
      region.bytes().get(checked(region, address, length, "load"), result);
    }
    return result;
  }

  /** Copies bytes out, or nothing where not all of them are there. */
  Optional<byte[]> tryRead(long address, int length) {
    Region region = find(address);
    if (region == null) {
      return kernel.read(address, length);
    }
    int offset = offset(address);
    return offset < 0 || offset + (long) length > region.size()
        ? Optional.empty()
        : Optional.of(read(address, length));
  }

  /** Copies bytes in, as the result of a helper. */
  void write(long address, byte[] bytes) {
    if (bytes.length > 0) {
      writable(address, bytes.length).bytes().put(offset(address), bytes);
    }
  }

  private Region writable(long address, int length) {
    Region region = find(address);
    if (region == null) {
      throw new Fault("store of %d bytes to 0x%x, which is no memory".formatted(length, address));
    }
    checked(region, address, length, "store");
    if (!region.writable()) {
      throw new Fault("store into " + region.name() + ", which is read-only");
    }
    return region;
  }

  private static long base(int index) {
    return (long) (index + 1) << REGION_SHIFT | FIRST_OFFSET;
  }

  private static int offset(long address) {
    return (int) (address - FIRST_OFFSET);
  }

  private Region find(long address) {
    long index = (address >>> REGION_SHIFT) - 1;
    return index >= 0 && index < regions.size() ? regions.get((int) index) : null;
  }

  private static int checked(Region region, long address, int length, String access) {
    int offset = offset(address);
    if (offset < 0 || offset + (long) length > region.size()) {
      throw new Fault(
          "%s of %d bytes at offset %d of %s, which has %d bytes"
              .formatted(access, length, offset, region.name(), region.size()));
    }
    return offset;
  }

  private ByteBuffer kernelBytes(long address, int length) {
    byte[] bytes =
        kernel
            .read(address, length)
            .orElseThrow(
                () ->
                    new Fault(
                        "load of %d bytes from 0x%x, which is no memory"
                            .formatted(length, address)));
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static long decode(MemorySize size, ByteBuffer bytes, int at) {
    return switch (size) {
      case B1 -> Byte.toUnsignedLong(bytes.get(at));
      case B2 -> Short.toUnsignedLong(bytes.getShort(at));
      case B4 -> Integer.toUnsignedLong(bytes.getInt(at));
      case B8 -> bytes.getLong(at);
    };
  }
}
