// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.catalog.schema;

/** What a column's number counts. */
public enum Unit {
  NONE(""),
  NANOSECONDS("ns"),
  IDENTIFIER("id"),
  ERRNO_OR_RESULT("result"),
  PRIORITY("priority");

  private final String symbol;

  Unit(String symbol) {
    this.symbol = symbol;
  }

  /** How it is printed behind a column's type; empty for none. */
  public String symbol() {
    return symbol;
  }
}
