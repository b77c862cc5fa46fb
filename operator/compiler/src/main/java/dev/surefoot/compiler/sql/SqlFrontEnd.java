// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.sql;

import dev.surefoot.compiler.diagnostic.Diagnostic;
import dev.surefoot.compiler.diagnostic.SourceText;
import dev.surefoot.compiler.plan.LogicalPlan;
import dev.surefoot.compiler.plan.PlanNode;
import dev.surefoot.compiler.sql.CompileResult.Analyzed;
import dev.surefoot.compiler.sql.CompileResult.Rejected;
import dev.surefoot.compiler.sql.StreamClauses.WindowClause;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.calcite.sql.SqlNode;

/** SQL text to a plan. Each stage reports all that it finds; the next one needs it to be right. */
public final class SqlFrontEnd {
  /** The window of a query that names none: the whole run. */
  private static final long WHOLE_RUN = 0;

  private final QueryText text;
  private final List<Diagnostic> errors = new ArrayList<>();
  private final List<Diagnostic> warnings = new ArrayList<>();

  private SqlFrontEnd(SourceText source) {
    this.text = new QueryText(source);
  }

  /** Compiles a text. */
  public static CompileResult compile(SourceText source) {
    SqlFrontEnd frontEnd = new SqlFrontEnd(source);
    Optional<LogicalPlan> plan = frontEnd.plan();
    if (!frontEnd.errors.isEmpty()) {
      return new Rejected(
          Stream.concat(
                  frontEnd.errors.stream().sorted(Comparator.comparing(Diagnostic::span)),
                  frontEnd.warnings.stream())
              .toList());
    }
    return new Analyzed(plan.orElseThrow(), frontEnd.warnings);
  }

  private Optional<LogicalPlan> plan() {
    StreamClauses clauses = StreamClauses.read(text.source(), errors);
    return whereRight(() -> QueryParser.parse(clauses, text, errors))
        .flatMap(statement -> parts(statement))
        .flatMap(query -> resolved(query, clauses))
        .flatMap(query -> planned(query, clauses));
  }

  private Optional<ParsedQuery> parts(SqlNode statement) {
    return whereRight(() -> new Restrictions(text, errors).check(statement));
  }

  private Optional<ResolvedQuery> resolved(ParsedQuery query, StreamClauses clauses) {
    new FunctionCheck(text, errors).check(query);
    new ConstantCheck(text, errors, warnings).check(query);
    Optional<QueryNames> names = new NameCheck(text, errors).check(query);
    return whereRight(() -> names)
        .flatMap(
            known -> {
              new AggregateCheck(text, known, errors).check(clauses);
              ResolvedQuery resolved = new QueryRewriter(text, known, errors).rewrite();
              return whereRight(() -> Optional.of(resolved));
            });
  }

  private Optional<LogicalPlan> planned(ResolvedQuery query, StreamClauses clauses) {
    Validation.check(query, text).ifPresent(errors::add);
    return whereRight(
        () -> {
          long window = clauses.window().map(WindowClause::nanos).orElse(WHOLE_RUN);
          PlanNode root = new QueryTranslator(query, text, errors).translate(window);
          return whereRight(() -> Optional.of(new LogicalPlan(root, text.source())));
        });
  }

  private <T> Optional<T> whereRight(Supplier<Optional<T>> next) {
    return errors.isEmpty() ? next.get() : Optional.empty();
  }
}
