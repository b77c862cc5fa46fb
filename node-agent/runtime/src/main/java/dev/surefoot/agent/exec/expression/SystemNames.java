// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.agent.exec.expression;

import dev.surefoot.agent.exec.value.TextValue;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;

/**
 * Names of system calls, errors and signals by number, from tables made of the kernel's headers.
 */
public final class SystemNames {
  private final TextValue[] syscalls;
  private final TextValue[] errnos = read("errno.txt");
  private final TextValue[] signals = read("signal.txt");

  private SystemNames(String syscalls) {
    this.syscalls = read(syscalls);
  }

  /**
   * The names on an architecture, as the JVM's {@code os.arch} calls it: {@code amd64}, {@code
   * aarch64}. On any other no system call has a known name.
   */
  public static SystemNames of(String architecture) {
    return switch (architecture) {
      case "amd64", "x86_64" -> new SystemNames("syscall-x86_64.txt");
      case "aarch64", "arm64" -> new SystemNames("syscall-aarch64.txt");
      default -> new SystemNames("");
    };
  }

  /** The names on the machine that runs this. */
  public static SystemNames ofThisMachine() {
    return of(System.getProperty("os.arch", ""));
  }

  /** A function that names system calls, {@code syscall_NNN} where there is no name. */
  LongFunction<TextValue> syscallNames() {
    TextValue scratch = new TextValue(32);
    TextValue prefix = TextValue.of("syscall_");
    return number -> {
      TextValue name = find(syscalls, number);
      if (name != null) {
        return name;
      }
      scratch.clear();
      scratch.append(prefix);
      NumberText.append(number, scratch);
      return scratch;
    };
  }

  /** The error's name, {@code null} where there is none; a result's negated number has it too. */
  TextValue errno(long number) {
    return find(errnos, Math.abs(number));
  }

  /** The signal's name, {@code null} where there is none. */
  TextValue signal(long number) {
    return find(signals, number);
  }

  private static TextValue find(TextValue[] names, long number) {
    return number >= 0 && number < names.length ? names[(int) number] : null;
  }

  private static TextValue[] read(String resource) {
    if (resource.isEmpty()) {
      return new TextValue[0];
    }
    try (InputStream stream = SystemNames.class.getResourceAsStream(resource)) {
      if (stream == null) {
        throw new IllegalStateException("no resource " + resource);
      }
      return parse(
          new BufferedReader(new InputStreamReader(stream, StandardCharsets.US_ASCII))
              .lines()
              .toList());
    } catch (IOException e) {
      throw new UncheckedIOException("reading the resource " + resource, e);
    }
  }

  private static TextValue[] parse(List<String> lines) {
    List<TextValue> names = new ArrayList<>();
    for (String line : lines) {
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      int space = line.indexOf(' ');
      int number = Integer.parseInt(line, 0, space, 10);
      while (names.size() <= number) {
        names.add(null);
      }
      names.set(number, TextValue.of(line.substring(space + 1)));
    }
    return names.toArray(TextValue[]::new);
  }
}
