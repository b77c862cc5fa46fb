// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.sql;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.surefoot.compiler.diagnostic.SourceText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Texts of {@code src/test/resources/sql}, a file each. */
public final class SqlCases {
  private static final Path ROOT = Path.of("src", "test", "resources", "sql");

  private SqlCases() {}

  /** Names of right queries, sorted. */
  public static List<String> queries() throws IOException {
    return names("queries");
  }

  /** Names of wrong texts, sorted. */
  public static List<String> wrong() throws IOException {
    return names("wrong");
  }

  /** A right query. */
  public static SourceText query(String name) throws IOException {
    return read("queries", name);
  }

  /** A wrong text. */
  public static SourceText wrong(String name) throws IOException {
    return read("wrong", name);
  }

  private static List<String> names(String directory) throws IOException {
    try (Stream<Path> files = Files.list(ROOT.resolve(directory))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(file -> file.endsWith(".sql"))
          .map(file -> file.substring(0, file.length() - ".sql".length()))
          .sorted()
          .toList();
    }
  }

  private static SourceText read(String directory, String name) throws IOException {
    Path file = ROOT.resolve(directory).resolve(name + ".sql");
    return new SourceText(name + ".sql", Files.readString(file, UTF_8));
  }
}
