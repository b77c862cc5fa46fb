// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.e2e.bench;

import java.nio.file.Path;

/** How a peer says that its programs are attached. */
public sealed interface ReadySign {
  /** It prints a line that begins so. */
  record Printed(String prefix) implements ReadySign {}

  /** It writes a line with this text to its output. */
  record Written(Path file, String line) implements ReadySign {}
}
