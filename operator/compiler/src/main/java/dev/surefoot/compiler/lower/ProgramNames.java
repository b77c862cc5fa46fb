// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.lower;

import dev.surefoot.catalog.schema.Hook;

/** Names of programs: what they are attached to, as far as the kernel's 15 characters go. */
final class ProgramNames {
  private static final int LONGEST = 15;

  private ProgramNames() {}

  static String of(Hook hook) {
    return cut(hook.event());
  }

  static String ofCancel(Hook hook) {
    return cut("end_at_" + hook.event().substring(hook.event().lastIndexOf('_') + 1));
  }

  private static String cut(String name) {
    return name.substring(0, Math.min(LONGEST, name.length()));
  }
}
