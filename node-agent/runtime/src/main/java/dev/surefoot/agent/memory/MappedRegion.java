// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.agent.memory;

import com.sun.jna.Pointer;
import dev.surefoot.agent.libbpf.BpfException;
import dev.surefoot.agent.libbpf.Errno;
import dev.surefoot.agent.libbpf.LibC;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Mapped memory. The owner closes it when nobody uses {@link #bytes} any more: a later access would
 * end the process.
 */
public final class MappedRegion implements AutoCloseable {
  private static final VarHandle LONG =
      MethodHandles.byteBufferViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private final long address;
  private final ByteBuffer bytes;
  private boolean open = true;

  private MappedRegion(long address, ByteBuffer bytes) {
    this.address = address;
    this.bytes = bytes;
  }

  /**
   * Part of a {@code BPF_F_MMAPABLE} array, shared with the programs that use it.
   *
   * @param offset where it begins, a multiple of the page size
   */
  public static MappedRegion ofMap(int fd, int offset, int bytes) {
    return map(bytes, LibC.PROT_READ | LibC.PROT_WRITE, LibC.MAP_SHARED, fd, offset);
  }

  /** Zeroed private memory that takes room only where it is touched. */
  public static MappedRegion anonymous(int bytes) {
    return map(bytes, LibC.PROT_READ | LibC.PROT_WRITE, LibC.MAP_PRIVATE_ANONYMOUS, -1, 0);
  }

  static MappedRegion map(int bytes, int protection, int flags, int fd, long offset) {
    int length = roundUpToPage(bytes);
    long address = LibC.mmap(0, length, protection, flags, fd, offset);
    if (address == LibC.MAP_FAILED) {
      throw new BpfException("mmap of " + length + " bytes", new Errno(LibC.errno()));
    }
    ByteBuffer memory = new Pointer(address).getByteBuffer(0, length);
    return new MappedRegion(address, memory.order(ByteOrder.LITTLE_ENDIAN));
  }

  static int roundUpToPage(int bytes) {
    int page = LibC.getpagesize();
    return Math.multiplyExact(Math.ceilDiv(bytes, page), page);
  }

  /** Where it begins. */
  public long address() {
    return address;
  }

  /** The memory, little-endian, whole pages; use absolute access where it is shared. */
  public ByteBuffer bytes() {
    return bytes;
  }

  /** Reads 8 aligned bytes; later reads see at least what was there then. */
  public long getLongAcquire(int offset) {
    return (long) LONG.getAcquire(bytes, offset);
  }

  /** Writes 8 aligned bytes after all earlier writes. */
  public void setLongRelease(int offset, long value) {
    LONG.setRelease(bytes, offset, value);
  }

  @Override
  public void close() {
    if (open) {
      open = false;
      int _ = LibC.munmap(address, bytes.capacity());
    }
  }
}
