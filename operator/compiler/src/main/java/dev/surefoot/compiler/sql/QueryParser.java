// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.sql;

import dev.surefoot.compiler.diagnostic.Diagnostic;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.calcite.avatica.util.Casing;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.parser.SqlParseException;
import org.apache.calcite.sql.parser.SqlParser;
import org.apache.calcite.sql.util.SqlBasicVisitor;

/** Standard SQL to Calcite's parse tree. */
final class QueryParser {
  private static final SqlParser.Config CONFIG =
      SqlParser.config()
          .withCaseSensitive(false)
          .withUnquotedCasing(Casing.UNCHANGED)
          .withQuotedCasing(Casing.UNCHANGED)
          .withIdentifierMaxLength(1024)
          .withConformance(LanguageConformance.INSTANCE);

  private QueryParser() {}

  /** The statement; empty where the text is none, which is then reported. */
  static Optional<SqlNode> parse(
      StreamClauses clauses, QueryText text, List<Diagnostic> diagnostics) {
    try {
      SqlNode statement = SqlParser.create(clauses.standardText(), CONFIG).parseStmt();
      statement.accept(new NameRestorer());
      return Optional.of(statement);
    } catch (SqlParseException e) {
      diagnostics.add(ParseErrors.describe(e, text));
      return Optional.empty();
    }
  }

  /** Gives names that {@link FreeWords} disguised their first letter back. */
  private static final class NameRestorer extends SqlBasicVisitor<Void> {
    @Override
    public Void visit(SqlIdentifier id) {
      id.setNames(
          id.names.stream().map(FreeWords::restored).toList(),
          IntStream.range(0, id.names.size()).mapToObj(id::getComponentParserPosition).toList());
      return null;
    }
  }
}
