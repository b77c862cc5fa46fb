// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.catalog.schema;

/** Which of a table's hooks: the only one of an event table, or one end of a span. */
public enum Half {
  EVENT,
  OPEN,
  CLOSE
}
