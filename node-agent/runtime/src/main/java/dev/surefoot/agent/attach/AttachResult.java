// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.agent.attach;

import dev.surefoot.agent.libbpf.Errno;

/** What became of an attachment. */
public sealed interface AttachResult {
  /** Every program is at its hook; the receiver closes it. */
  record Attached(AttachedBundle bundle) implements AttachResult {}

  /** One program found no place at its hook; nothing is attached, the object is still loaded. */
  record Refused(String program, String section, Errno errno) implements AttachResult {}
}
