// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.agent.libbpf;

/** An error number of the kernel, positive. */
public record Errno(int number) {
  /** The error of a call whose result is a negated errno. */
  public static Errno ofResult(int result) {
    return new Errno(-result);
  }

  /** The symbolic name where it is one that the bpf system call gives, else the number. */
  public String name() {
    return switch (number) {
      case 1 -> "EPERM";
      case 2 -> "ENOENT";
      case 3 -> "ESRCH";
      case 4 -> "EINTR";
      case 7 -> "E2BIG";
      case 9 -> "EBADF";
      case 11 -> "EAGAIN";
      case 12 -> "ENOMEM";
      case 13 -> "EACCES";
      case 14 -> "EFAULT";
      case 16 -> "EBUSY";
      case 17 -> "EEXIST";
      case 19 -> "ENODEV";
      case 22 -> "EINVAL";
      case 24 -> "EMFILE";
      case 28 -> "ENOSPC";
      case 34 -> "ERANGE";
      case 38 -> "ENOSYS";
      case 95 -> "EOPNOTSUPP";
      case 524 -> "ENOTSUPP";
      default -> "errno " + number;
    };
  }

  /** For example {@code EPERM (Operation not permitted)}. */
  public String text() {
    // ENOTSUPP is the kernel's own; the C library does not know it.
    return name() + " (" + (number == 524 ? "Not supported" : LibC.strerror(number)) + ")";
  }
}
