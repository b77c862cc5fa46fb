// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.agent.libbpf;

import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;

/**
 * The functions of the C library that are called, by their C names. A {@code long} is an address.
 */
public final class LibC {
  /** {@code PROT_READ}. */
  public static final int PROT_READ = 1;

  /** {@code PROT_WRITE}. */
  public static final int PROT_WRITE = 2;

  /** {@code MAP_SHARED}. */
  public static final int MAP_SHARED = 1;

  /** {@code MAP_PRIVATE | MAP_ANONYMOUS} on Linux for x86-64 and arm64. */
  public static final int MAP_PRIVATE_ANONYMOUS = 0x22;

  /** What {@link #mmap} returns on failure. */
  public static final long MAP_FAILED = -1;

  static {
    JnaSettings.apply();
    // The process itself: the JVM has loaded its C library already.
    Native.register(LibC.class, NativeLibrary.getProcess());
  }

  private LibC() {}

  public static native long mmap(
      long address, long length, int protection, int flags, int fd, long offset);

  public static native int munmap(long address, long length);

  public static native int close(int fd);

  /** {@code flags} and {@code data} as mount(2) has them. */
  public static native int mount(String source, String target, String type, long flags, long data);

  public static native int getpagesize();

  public static native int geteuid();

  public static native int getppid();

  public static native int gettid();

  static native String strerror(int errno);

  static native int vsnprintf(long buffer, long size, long format, long arguments);

  /** The calling thread's errno after the native call before this one. */
  public static int errno() {
    return Native.getLastError();
  }
}
