// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.cli.terminal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;

/** A terminal whose streams a test reads. */
public final class TestingTerminal {
  private final ByteArrayOutputStream rows = new ByteArrayOutputStream();
  private final StringWriter messages = new StringWriter();
  private final String input;

  public TestingTerminal() {
    this("");
  }

  public TestingTerminal(String input) {
    this.input = input;
  }

  public Terminal terminal() {
    return new Terminal(
        new ByteArrayInputStream(input.getBytes(UTF_8)),
        rows,
        new PrintWriter(messages, true),
        false);
  }

  public String rows() {
    return rows.toString(UTF_8);
  }

  public String messages() {
    return messages.toString();
  }
}
