// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.agent.libbpf;

/** A call into libbpf or the kernel failed where nothing but a fault of ours or of the node can. */
public final class BpfException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int errno;

  /** The operation is the C function, with what it was called on. */
  public BpfException(String operation, Errno errno) {
    super(operation + ": " + errno.text());
    this.errno = errno.number();
  }

  /** The error number, positive. */
  public int errno() {
    return errno;
  }

  /** Passes a result through, throws where it is a negated errno. */
  public static int check(String operation, int result) {
    if (result < 0) {
      throw new BpfException(operation, Errno.ofResult(result));
    }
    return result;
  }

  /** Passes an address through, throws the thread's errno where it is 0. */
  public static long checkAddress(String operation, long address) {
    if (address == 0) {
      throw new BpfException(operation, new Errno(LibC.errno()));
    }
    return address;
  }
}
