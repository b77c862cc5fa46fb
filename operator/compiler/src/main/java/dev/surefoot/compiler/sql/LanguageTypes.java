// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.sql;

import dev.surefoot.catalog.expression.ValueType;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.rel.type.RelDataTypeSystemImpl;
import org.apache.calcite.sql.type.SqlTypeFactoryImpl;
import org.apache.calcite.sql.type.SqlTypeName;

/** The types of the language, for Calcite: texts are UTF-8, averages are DOUBLE. */
final class LanguageTypes extends SqlTypeFactoryImpl {
  LanguageTypes() {
    super(new TypeSystem());
  }

  @Override
  public Charset getDefaultCharset() {
    return StandardCharsets.UTF_8;
  }

  /** Calcite's type for one of ours. */
  RelDataType of(ValueType type) {
    return switch (type) {
      case BOOLEAN -> createSqlType(SqlTypeName.BOOLEAN);
      case INT64 -> createSqlType(SqlTypeName.BIGINT);
      case DOUBLE -> createSqlType(SqlTypeName.DOUBLE);
      case TEXT -> createSqlType(SqlTypeName.VARCHAR);
    };
  }

  private static final class TypeSystem extends RelDataTypeSystemImpl {
    @Override
    public RelDataType deriveAvgAggType(RelDataTypeFactory factory, RelDataType argument) {
      return factory.createTypeWithNullability(factory.createSqlType(SqlTypeName.DOUBLE), true);
    }

    @Override
    public boolean shouldConvertRaggedUnionTypesToVarying() {
      return true;
    }
  }
}
