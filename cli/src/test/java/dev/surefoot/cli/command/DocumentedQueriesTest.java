// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surefoot.compiler.diagnostic.SourceText;
import dev.surefoot.compiler.sql.CompileResult;
import dev.surefoot.compiler.sql.SqlFrontEnd;
import dev.surefoot.crds.manifest.Manifest;
import dev.surefoot.crds.manifest.ManifestReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a document shows is what a reader tries first. */
class DocumentedQueriesTest {
  private static final Path ROOT = Path.of("..");
  private static final Pattern SQL_OPTION =
      Pattern.compile("--sql (['\"])(.*?)\\1", Pattern.DOTALL);
  private static final String MISTAKE_ON_PURPOSE = "pidd";

  static List<String> queriesInDocuments() throws IOException {
    List<Path> pages =
        List.of(
            ROOT.resolve("README.md"),
            ROOT.resolve("docs/reference/sql.md"),
            ROOT.resolve("docs/reference/cli.md"));
    return pages.stream()
        .flatMap(page -> SQL_OPTION.matcher(read(page)).results())
        .map(match -> match.group(2))
        .filter(sql -> !sql.contains(MISTAKE_ON_PURPOSE))
        .distinct()
        .toList();
  }

  static List<Path> examples() throws IOException {
    try (Stream<Path> files = Files.list(ROOT.resolve("examples"))) {
      return files.sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("queriesInDocuments")
  void everyQueryOfADocumentCompiles(String sql) {
    assertCompiles(sql);
  }

  @ParameterizedTest
  @MethodSource("examples")
  void everyExampleIsRightAndCompiles(Path example) {
    Manifest manifest = ManifestReader.read(example);
    assertThat(manifest).isInstanceOf(Manifest.Valid.class);
    ((Manifest.Valid) manifest).queries().forEach(query -> assertCompiles(query.sql().text()));
  }

  private static void assertCompiles(String sql) {
    assertThat(SqlFrontEnd.compile(new SourceText("<sql>", sql)))
        .isInstanceOf(CompileResult.Analyzed.class);
  }

  private static String read(Path page) {
    try {
      return Files.readString(page);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
