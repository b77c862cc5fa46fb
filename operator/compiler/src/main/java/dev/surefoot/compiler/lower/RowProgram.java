// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.lower;

import dev.surefoot.catalog.expression.Expression;
import dev.surefoot.catalog.profile.KernelProfile;
import dev.surefoot.catalog.schema.Half;
import dev.surefoot.catalog.schema.Hook;
import dev.surefoot.compiler.ir.FunctionBuilder;
import dev.surefoot.compiler.ir.OpenBlock;
import dev.surefoot.compiler.split.Conjuncts;
import dev.surefoot.compiler.split.Pipeline;
import java.util.List;

/** The part of a program from a row to its sink. */
record RowProgram(Pipeline pipeline, Conjuncts conjuncts, RowSinkLowering sink) {

  /** The program of a table whose events are rows. */
  KernelPart.LoweredProgram lowerEvent(Hook hook, KernelProfile profile) {
    ProgramScope scope = ProgramScope.of(ProgramNames.of(hook), profile, LossCounter.map(profile));
    scope.builder().at(pipeline.lines().scan());
    OpenBlock exit = scope.exitBlock();
    HookColumns columns = new HookColumns(pipeline.table(), Half.EVENT, scope.reader());
    take(scope, columns, conjuncts.rest(), exit);
    return scope.finish(hook, false);
  }

  /** Filters the row by the conjuncts and hands it to the sink; ends the block. */
  void take(ProgramScope scope, RowColumns columns, List<Expression> filters, OpenBlock done) {
    FunctionBuilder builder = scope.builder();
    ExpressionLowering expressions = new ExpressionLowering(builder, pipeline.table(), columns);
    builder.at(pipeline.lines().filter());
    expressions.require(filters, done);
    builder.at(pipeline.lines().body());
    sink.take(scope, columns, expressions, done);
  }
}
