// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.catalog.btf;

/** Bytes that are no valid BTF. */
public final class BtfFormatException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int offset;

  /** What is wrong with the bytes at this offset from the beginning of the section. */
  public BtfFormatException(int offset, String reason) {
    super("malformed BTF at byte " + offset + ": " + reason);
    this.offset = offset;
  }

  /** Where, in bytes from the beginning of the section. */
  public int offset() {
    return offset;
  }
}
