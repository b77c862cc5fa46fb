// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class WriteFailureTest {
  private final StringWriter messages = new StringWriter();

  @Test
  void closedPipeIsNoError() {
    assertThat(report("Broken pipe")).isEqualTo(ExitCode.OK);
    assertThat(messages.toString()).isEmpty();
  }

  @Test
  void fullDiskSaysSoAndWhatToDo() {
    assertThat(report("No space left on device")).isEqualTo(ExitCode.OUTPUT);
    assertThat(messages.toString())
        .contains("cannot write to rows.csv: No space left on device", "hint: make room");
  }

  @Test
  void realDeviceThatIsFull() throws IOException {
    try (OutputStream full = new java.io.FileOutputStream("/dev/full")) {
      Terminal terminal =
          new Terminal(
              new ByteArrayInputStream(new byte[0]), full, new PrintWriter(messages, true), false);
      assertThat(terminal.show("text")).isEqualTo(ExitCode.OUTPUT);
      assertThat(messages.toString()).contains("No space left on device");
    }
  }

  private ExitCode report(String message) {
    return WriteFailure.of("rows.csv", new IOException(message))
        .report(new PrintWriter(messages, true));
  }
}
