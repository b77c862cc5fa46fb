// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.agent.libbpf;

import dev.surefoot.agent.Problem;

/** Whether this machine has a libbpf that can be used. */
public sealed interface LibBpfAvailability {
  /** It has; all of {@link LibBpf} may be called. */
  record Available(LibBpfVersion version) implements LibBpfAvailability {}

  /** It has not; nothing of {@link LibBpf} may be called. */
  record Unavailable(Problem problem) implements LibBpfAvailability {}
}
