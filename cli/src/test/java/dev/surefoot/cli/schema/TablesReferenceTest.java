// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.cli.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surefoot.catalog.schema.Tables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class TablesReferenceTest {
  private static final Path PAGE = Path.of("..", "docs", "reference", "tables.md");

  @Test
  void thePageIsTheSchema() throws IOException {
    String page = SchemaMarkdown.print(Tables.all());
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(PAGE, page);
    }
    assertThat(page).as("write it with -Dgolden.update=true").isEqualTo(Files.readString(PAGE));
  }
}
