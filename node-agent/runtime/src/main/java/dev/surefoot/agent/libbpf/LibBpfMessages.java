// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.agent.libbpf;

import com.sun.jna.Pointer;
import java.util.ArrayList;
import java.util.List;

/**
 * What libbpf would print to stderr, kept instead. Only for finding out why something failed: the
 * first use costs milliseconds. One capture at a time in a process.
 */
public final class LibBpfMessages {
  private static final int LIBBPF_DEBUG = 2;
  private static final int MESSAGE_BYTES = 4096;

  private final List<String> lines = new ArrayList<>();
  private final NativeBuffer buffer = NativeBuffer.allocate(MESSAGE_BYTES);

  private LibBpfMessages() {}

  /** The warnings and notes that libbpf gives while the action runs. */
  public static synchronized List<String> during(Runnable action) {
    LibBpfMessages messages = new LibBpfMessages();
    LibBpf.PrintCallback callback = messages::print;
    long _ = LibBpf.libbpf_set_print(callback);
    try {
      action.run();
    } finally {
      long _ = LibBpf.libbpf_set_print(null);
    }
    return List.copyOf(messages.lines);
  }

  private int print(int level, Pointer format, Pointer arguments) {
    if (level < LIBBPF_DEBUG) {
      // A va_list is passed by address on x86-64 and arm64, so it can be handed on as it came.
      int _ =
          LibC.vsnprintf(
              buffer.address(),
              MESSAGE_BYTES,
              Pointer.nativeValue(format),
              Pointer.nativeValue(arguments));
      buffer.text().strip().lines().forEach(lines::add);
    }
    return 0;
  }
}
