// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.catalog.golden;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Compares a printed stage with {@code src/test/resources/golden/<path>.txt} of the module. */
public final class Golden {
  private static final Path ROOT = Path.of("src", "test", "resources", "golden");

  private Golden() {}

  /**
   * Fails where the text differs from the file; with {@code -Dgolden.update=true} writes the file.
   *
   * @param path stage and case, for example {@code codegen/count_by_port}
   */
  public static void check(String path, String actual) {
    Path file = ROOT.resolve(path + ".txt");
    String text = actual.endsWith("\n") ? actual : actual + "\n";
    if (Boolean.getBoolean("golden.update")) {
      write(file, text);
      return;
    }
    String accept = "accept it with -Dgolden.update=true";
    if (!Files.exists(file)) {
      throw new AssertionError("no golden file " + file + "; " + accept + ":\n" + text);
    }
    String expected = read(file);
    if (!expected.equals(text)) {
      String diff = LineDiff.of(expected.lines().toList(), text.lines().toList());
      throw new AssertionError(file + " differs; " + accept + ":\n" + diff);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file, UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(Path file, String text) {
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, text, UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
