// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.crds.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SqlTextTest {
  private static final String HEAD =
      "apiVersion: surefoot.dev/v1alpha1\nkind: ExtensionQuery\nmetadata: {name: q}\nspec:\n";

  @Property
  void everyCharacterOfABlockHasItsOwnPlace(
      @ForAll("queries") String sql, @ForAll @IntRange(min = 3, max = 9) int indent) {
    String block = sql.indent(indent).replaceAll("(?m)^ +$", "");
    assertPlaces(HEAD + "  sql: |  # the query\n" + block);
  }

  @Provide
  Arbitrary<String> queries() {
    // The first line decides how deep a block is indented, so it must not begin with a space.
    Arbitrary<String> line =
        Arbitraries.of("A", "x", "0", " ", "=", "'", "\"", "(", "#", "\u00e4", "\ud83d\ude00")
            .list()
            .ofMaxSize(12)
            .map(characters -> String.join("", characters));
    return line.list().ofMinSize(1).ofMaxSize(6).map(lines -> "S" + String.join("\n", lines));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "  sql: SELECT pid FROM system_calls\n",
        "  sql: SELECT pid\n    FROM system_calls\n",
        "  sql: 'SELECT ''a'' FROM\n    system_calls'\n",
        "  sql: \"SELECT \\\"a\\\" FROM system_calls\"\n",
        "  sql: >-\n    SELECT pid\n    FROM system_calls\n",
        "  sql: |2\n      SELECT pid\n    FROM system_calls\n",
      })
  void everyStyleOfScalar(String spec) {
    assertPlaces(HEAD + spec);
  }

  @Test
  void lineAndColumnOfTheSqlBecomeThoseOfTheManifest() {
    SqlText sql =
        ManifestReaderTest.one(HEAD + "  sql: |\n    SELECT pid\n      FROM system_call\n").sql();
    assertThat(sql.place(2, 8)).isEqualTo(new Place("q.yaml", 7, 12));
    assertThat(sql.place(99, 1)).isEqualTo(sql.place(sql.text().length()));
  }

  @Test
  void standaloneSqlKeepsItsOwnLines() {
    SqlText sql = SqlText.standalone("<sql>", "SELECT\n1");
    assertThat(sql.place(7)).isEqualTo(new Place("<sql>", 2, 1));
    assertThat(sql.place(8)).isEqualTo(new Place("<sql>", 2, 2));
    assertThat(sql.place(2, 1)).isEqualTo(sql.place(7));
  }

  private static void assertPlaces(String manifest) {
    SqlText sql = ManifestReaderTest.one(manifest).sql();
    String[] lines = manifest.split("\n", -1);
    for (int offset = 0; offset < sql.text().length(); offset++) {
      char c = sql.text().charAt(offset);
      if (!Character.isWhitespace(c)) {
        Place place = sql.place(offset);
        char there = lines[place.line() - 1].charAt(place.column() - 1);
        // In double quotes a character may stand behind its escape.
        assertThat(there == '\\' ? c : there).as("at %s", place).isEqualTo(c);
      }
    }
  }
}
