// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.cli.schema;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Lines of cells in aligned columns, two spaces apart. */
final class TextTable {
  private TextTable() {}

  static String print(List<List<String>> lines) {
    List<Integer> widths =
        IntStream.range(0, lines.getFirst().size())
            .map(
                column ->
                    lines.stream().mapToInt(line -> line.get(column).length()).max().orElse(0))
            .boxed()
            .toList();
    return lines.stream().map(line -> line(line, widths)).collect(Collectors.joining());
  }

  private static String line(List<String> cells, List<Integer> widths) {
    String line =
        IntStream.range(0, cells.size())
            .mapToObj(at -> cells.get(at) + " ".repeat(widths.get(at) - cells.get(at).length()))
            .collect(Collectors.joining("  "));
    return line.stripTrailing() + "\n";
  }
}
