// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.agent.libbpf;

/** What JNA reads when its first class is initialized. */
final class JnaSettings {
  private static final String DIRECTORIES = "jna.platform.library.path";

  private JnaSettings() {}

  /** To be called before anything of JNA is. */
  static void apply() {
    // Without it JNA runs ldconfig to learn directories that the dynamic linker knows anyway.
    if (System.getProperty(DIRECTORIES) == null) {
      System.setProperty(DIRECTORIES, "");
    }
  }
}
