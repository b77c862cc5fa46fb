// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.agent.catalogtest;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** What became of each function on this kernel, in the catalog's order. */
public record CatalogReport(List<Row> rows) {
  /**
   * One function.
   *
   * @param accepted whether the kernel took it
   * @param ran whether it ran and shipped the record that its trigger should make
   * @param instructions 8-byte slots after the kernel's rewriting
   * @param processedInstructions what the verifier processed, where the kernel tells it
   * @param nanosPerRun mean over the test's runs, with the kernel's timing around it
   * @param reasons why not accepted or not ran; else empty
   */
  public record Row(
      String name,
      String section,
      boolean accepted,
      boolean ran,
      OptionalInt instructions,
      OptionalInt processedInstructions,
      OptionalDouble nanosPerRun,
      List<String> reasons) {
    public Row {
      reasons = List.copyOf(reasons);
    }
  }

  public CatalogReport {
    rows = List.copyOf(rows);
  }

  /** Whether the kernel took every function and each did what it should. */
  public boolean allRan() {
    return rows.stream().allMatch(row -> row.accepted() && row.ran());
  }
}
