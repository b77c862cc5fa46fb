// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.agent.load;

import java.util.OptionalInt;

/**
 * A program in the kernel; it lives as long as its object.
 *
 * @param handle address of libbpf's {@code bpf_program}
 * @param processedInstructions what the verifier processed, where the kernel tells it
 */
public record LoadedProgram(
    String name, String section, int fd, long handle, OptionalInt processedInstructions) {
  /** What the kernel knows of it now. */
  public ProgramStatistics statistics() {
    return ProgramStatistics.read(fd);
  }
}
