// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.split;

/** Up to which operator a split runs in the kernel; each includes the ones before it. */
public enum Cut {
  /** Only the catalog's functions: every column of every event is shipped. */
  MVSF_ONLY("mvsf-only"),
  /** Filter and projection of single events; the halves of a span are shipped apart. */
  EVENTS("filter-project"),
  /** Spans are matched; one record is shipped for each row. */
  ROWS("rows"),
  /** As rows, many rows in one record for each CPU. */
  BATCHES("batched-rows"),
  /** Rows are aggregated for each CPU; partial aggregates are shipped. */
  PARTIALS("partial-aggregate");

  private final String label;

  Cut(String label) {
    this.label = label;
  }

  /** How people call it. */
  public String label() {
    return label;
  }
}
