// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.catalog.mvsf;

import dev.surefoot.catalog.layout.FieldType;
import dev.surefoot.catalog.layout.RecordLayout;

/** What every record of an MVSF begins with. */
public final class RecordHeader {
  /** The stream's id, u32. */
  public static final String STREAM = "stream";

  /** The CPU that ran the program, u32; it stands for the column of that name as well. */
  public static final String CPU = "cpu";

  /** Consecutive from 0 for each CPU and program, u64; records that were dropped count too. */
  public static final String SEQUENCE = "sequence";

  private RecordHeader() {}

  /** Starts a record's layout. */
  static RecordLayout.Builder layout(String name) {
    return RecordLayout.named(name)
        .add(STREAM, FieldType.U32)
        .add(CPU, FieldType.U32)
        .add(SEQUENCE, FieldType.U64);
  }
}
