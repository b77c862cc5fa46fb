// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.e2e.agree;

import dev.surefoot.agent.exec.expression.SystemNames;
import dev.surefoot.compiler.reference.Names;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The names of x86-64, from the agent's own tables. */
final class KnownNames implements Names {
  private final Map<Long, String> syscalls = read("syscall-x86_64.txt");
  private final Map<Long, String> errors = read("errno.txt");
  private final Map<Long, String> signals = read("signal.txt");

  @Override
  public Optional<String> systemCall(long number) {
    return Optional.ofNullable(syscalls.get(number));
  }

  @Override
  public Optional<String> error(long number) {
    return Optional.ofNullable(errors.get(number));
  }

  @Override
  public Optional<String> signal(long number) {
    return Optional.ofNullable(signals.get(number));
  }

  private static Map<Long, String> read(String resource) {
    Map<Long, String> names = new HashMap<>();
    try (InputStream stream =
        Objects.requireNonNull(SystemNames.class.getResourceAsStream(resource))) {
      for (String line :
          new String(stream.readAllBytes(), StandardCharsets.US_ASCII).split("\n", -1)) {
        if (!line.isBlank() && !line.startsWith("#")) {
          int space = line.indexOf(' ');
          names.put(Long.valueOf(line.substring(0, space)), line.substring(space + 1));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return names;
  }
}
