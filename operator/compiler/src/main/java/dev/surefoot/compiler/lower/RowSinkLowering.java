// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.lower;

import dev.surefoot.catalog.bundle.KernelStream;
import dev.surefoot.catalog.elf.MapDefinition;
import dev.surefoot.compiler.ir.OpenBlock;
import java.util.List;

/** What a program does with a row that satisfied all conjuncts. */
interface RowSinkLowering {
  /** The maps that this needs, without the shared ones. */
  List<MapDefinition> maps();

  /** What user space reads. */
  KernelStream stream();

  /** Takes the row in the current block, which it ends by going to {@code done}. */
  void take(ProgramScope scope, RowColumns columns, ExpressionLowering expressions, OpenBlock done);
}
