// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.plan;

import dev.surefoot.catalog.expression.ValueType;
import dev.surefoot.catalog.layout.FieldType;
import java.util.Optional;

/**
 * A column that a plan node makes.
 *
 * @param field how the value is stored by the kernel, where the column is a table's column,
 *     unchanged: the values are then those of this type
 */
public record PlanColumn(String name, ValueType type, Optional<FieldType> field) {
  /** A computed column. */
  public static PlanColumn computed(String name, ValueType type) {
    return new PlanColumn(name, type, Optional.empty());
  }

  /** A column of a table. */
  public static PlanColumn stored(String name, FieldType field) {
    return new PlanColumn(name, typeOf(field), Optional.of(field));
  }

  /** The type of values that are stored like this. */
  public static ValueType typeOf(FieldType field) {
    return switch (field) {
      case FieldType.Int _ -> ValueType.INT64;
      case FieldType.Text _ -> ValueType.TEXT;
    };
  }
}
