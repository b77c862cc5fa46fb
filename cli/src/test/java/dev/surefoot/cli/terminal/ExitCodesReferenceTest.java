// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ExitCodesReferenceTest {
  @Test
  void thePageHasEveryStatusWithItsMeaning() throws IOException {
    String page = Files.readString(Path.of("..", "docs", "reference", "exit-codes.md"));
    assertThat(page.lines().filter(line -> line.matches("\\| [0-9]+ \\|.*")))
        .containsExactlyElementsOf(
            Arrays.stream(ExitCode.values())
                .map(code -> "| %d | %s |".formatted(code.status(), code.meaning()))
                .toList());
  }
}
