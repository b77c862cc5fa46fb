// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.catalog.elf;

/** Bytes that are no BPF object, or one that uses what is not known here. */
public final class ElfFormatException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final long offset;

  /** What is wrong with the bytes at this offset of the file. */
  public ElfFormatException(long offset, String reason) {
    super("malformed object at byte " + offset + ": " + reason);
    this.offset = offset;
  }

  /** Where, in bytes from the beginning of the file. */
  public long offset() {
    return offset;
  }
}
