// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.agent.libbpf;

import com.sun.jna.Callback;
import com.sun.jna.CallbackReference;
import com.sun.jna.Pointer;
import java.lang.ref.Reference;
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

  /** {@code libbpf_print_fn_t}. */
  interface PrintCallback extends Callback {
    /** Called on the thread that called libbpf; {@code arguments} is a {@code va_list}. */
    int print(int level, Pointer format, Pointer arguments);
  }

  private LibBpfMessages() {}

  /** The warnings and notes that libbpf gives while the action runs. */
  public static synchronized List<String> during(Runnable action) {
    LibBpfMessages messages = new LibBpfMessages();
    PrintCallback callback = messages::print;
    Pointer function = CallbackReference.getFunctionPointer(callback);
    long _ = LibBpf.libbpf_set_print(Pointer.nativeValue(function));
    try {
      action.run();
    } finally {
      long _ = LibBpf.libbpf_set_print(0);
      Reference.reachabilityFence(callback);
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
