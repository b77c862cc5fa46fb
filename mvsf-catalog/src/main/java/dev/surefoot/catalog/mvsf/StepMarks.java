// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.catalog.mvsf;

import dev.surefoot.catalog.asm.Assembler;
import dev.surefoot.catalog.asm.SourceLine;

/** Numbers the steps of a function as lines of text, so that printed code says what it is for. */
final class StepMarks {
  private final Assembler code;
  private final String table;
  private int lines;

  StepMarks(Assembler code, String table) {
    this.code = code;
    this.table = table;
  }

  /** The code from here on does this. */
  void mark(String what) {
    lines++;
    code.line(new SourceLine(lines, 1, table + ": " + what));
  }
}
