// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.lower;

import dev.surefoot.catalog.bundle.UserPlan;
import dev.surefoot.catalog.bundle.UserStage;
import dev.surefoot.catalog.expression.Expression;
import dev.surefoot.catalog.mvsf.Mvsf;
import dev.surefoot.catalog.mvsf.TablePrograms;
import dev.surefoot.catalog.schema.Half;
import dev.surefoot.catalog.schema.Table;
import dev.surefoot.compiler.split.Pipeline;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The user-space half where the kernel runs nothing but the catalog's functions. */
public final class MvsfPlan {
  private final Pipeline pipeline;
  private final TablePrograms programs;

  /** A plan over these programs of the pipeline's table. */
  public MvsfPlan(Pipeline pipeline, TablePrograms programs) {
    this.pipeline = pipeline;
    this.programs = programs;
  }

  /** All of the pipeline as stages. */
  public UserPlan userPlan() {
    UserHalf user = new UserHalf(pipeline);
    List<Expression> all = new ArrayList<>(user.wanted());
    all.addAll(pipeline.conjuncts());
    List<Integer> needed =
        all.stream().flatMapToInt(Expression::columnIndexes).distinct().sorted().boxed().toList();
    List<UserStage> stages =
        user.stages(
            first(needed),
            pipeline.conjuncts(),
            expression ->
                expression.rewrite(
                    part ->
                        part instanceof Expression.Column(int index, var name, var type)
                            ? new Expression.Column(needed.indexOf(index), name, type)
                            : part));
    return new UserPlan(List.copyOf(programs.streams()), stages, pipeline.output());
  }

  private UserStage first(List<Integer> needed) {
    Table table = pipeline.table();
    return switch (table.shape()) {
      case Table.Shape.Event _ ->
          new UserStage.ReadRows(
              programs.function(Half.EVENT).stream(),
              needed.stream().map(index -> table.columns().get(index).name()).toList());
      case Table.Shape.Span span ->
          new UserStage.MatchSpans(
              programs.function(Half.OPEN).stream(),
              programs.function(Half.CLOSE).stream(),
              programs.cancelStreams(),
              span.key(),
              needed.stream()
                  .map(table.columns()::get)
                  .map(
                      column ->
                          new UserStage.SpanColumn(!column.availableAt(Half.CLOSE), column.name()))
                  .toList());
    };
  }

  /** The programs in the order in which they are attached: what opens spans comes last. */
  public List<Mvsf> inAttachOrder() {
    Mvsf.Purpose open = new Mvsf.Purpose.Columns(Half.OPEN);
    return Stream.concat(
            programs.functions().stream().filter(function -> !function.purpose().equals(open)),
            programs.functions().stream().filter(function -> function.purpose().equals(open)))
        .toList();
  }
}
