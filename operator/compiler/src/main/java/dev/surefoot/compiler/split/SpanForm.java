// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.split;

import dev.surefoot.catalog.profile.KernelProfile;

/** Where the kernel keeps the open half of a span until the close comes. */
public sealed interface SpanForm {
  /** How people call it. */
  String label();

  /** A one-element array with a slot for every possible key, addressed without a lookup. */
  record DirectArray(int keys) implements SpanForm {
    /** Above this many bytes the array costs more memory than it saves time. */
    static final int LIMIT_BYTES = 4 << 20;

    @Override
    public String label() {
      return "array";
    }

    static boolean fits(KernelProfile profile, int slotBytes) {
      return (long) profile.pidMax() * slotBytes <= LIMIT_BYTES;
    }
  }

  /** A hash by key; an opening that finds it full counts as loss. */
  record Hash(int entries) implements SpanForm {
    @Override
    public String label() {
      return "hash";
    }
  }

  /** Storage that belongs to the task which opens and closes the span. */
  record TaskStorage() implements SpanForm {
    @Override
    public String label() {
      return "task-storage";
    }
  }
}
