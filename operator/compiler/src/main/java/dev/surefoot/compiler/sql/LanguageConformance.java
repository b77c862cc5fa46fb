// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.sql;

import org.apache.calcite.sql.validate.SqlConformanceEnum;
import org.apache.calcite.sql.validate.SqlDelegatingConformance;

/**
 * Where the language differs from what Calcite takes by default: {@code !=} and {@code %} are
 * there, and aliases and ordinals are resolved before Calcite sees them.
 */
final class LanguageConformance extends SqlDelegatingConformance {
  static final LanguageConformance INSTANCE = new LanguageConformance();

  private LanguageConformance() {
    super(SqlConformanceEnum.DEFAULT);
  }

  @Override
  public boolean isBangEqualAllowed() {
    return true;
  }

  @Override
  public boolean isPercentRemainderAllowed() {
    return true;
  }

  @Override
  public boolean isSortByOrdinal() {
    return false;
  }

  @Override
  public boolean isSortByAlias() {
    return false;
  }

  @Override
  public boolean isGroupByOrdinal() {
    return false;
  }

  @Override
  public boolean isGroupByAlias() {
    return false;
  }

  @Override
  public boolean isHavingAlias() {
    return false;
  }
}
