// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.catalog.expression;

/** Type of an expression's value. Every integer is a signed 64-bit one; arithmetic wraps. */
public enum ValueType {
  BOOLEAN,
  INT64,
  DOUBLE,
  TEXT
}
