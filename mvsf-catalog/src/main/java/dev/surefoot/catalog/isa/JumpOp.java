// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.catalog.isa;

import java.util.Optional;

/** Conditions of a jump (RFC 9669, section 4.3). Unsigned unless the name begins with S. */
public enum JumpOp {
  EQ(0x10),
  GT(0x20),
  GE(0x30),
  SET(0x40),
  NE(0x50),
  SGT(0x60),
  SGE(0x70),
  LT(0xa0),
  LE(0xb0),
  SLT(0xc0),
  SLE(0xd0);

  private final int code;

  JumpOp(int code) {
    this.code = code;
  }

  /** The operation bits of the opcode. */
  public int code() {
    return code;
  }

  /** The condition that holds exactly where this one does not; SET has none. */
  public Optional<JumpOp> inverse() {
    return switch (this) {
      case EQ -> Optional.of(NE);
      case NE -> Optional.of(EQ);
      case GT -> Optional.of(LE);
      case LE -> Optional.of(GT);
      case GE -> Optional.of(LT);
      case LT -> Optional.of(GE);
      case SGT -> Optional.of(SLE);
      case SLE -> Optional.of(SGT);
      case SGE -> Optional.of(SLT);
      case SLT -> Optional.of(SGE);
      case SET -> Optional.empty();
    };
  }

  /** The condition with left and right exchanged. */
  public JumpOp swapped() {
    return switch (this) {
      case EQ, NE, SET -> this;
      case GT -> LT;
      case LT -> GT;
      case GE -> LE;
      case LE -> GE;
      case SGT -> SLT;
      case SLT -> SGT;
      case SGE -> SLE;
      case SLE -> SGE;
    };
  }
}
