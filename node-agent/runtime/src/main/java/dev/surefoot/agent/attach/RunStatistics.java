// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.agent.attach;

import dev.surefoot.agent.libbpf.BpfException;
import dev.surefoot.agent.libbpf.LibBpf;
import dev.surefoot.agent.libbpf.LibC;

/**
 * While open, the kernel counts and times the runs of all programs, which costs each run two clock
 * reads: sample for a short time only (5.8, {@code BPF_ENABLE_STATS}).
 */
public final class RunStatistics implements AutoCloseable {
  private static final int BPF_STATS_RUN_TIME = 0;

  private final int fd;

  private RunStatistics(int fd) {
    this.fd = fd;
  }

  /** Starts counting. */
  public static RunStatistics enable() {
    return new RunStatistics(
        BpfException.check("bpf_enable_stats", LibBpf.bpf_enable_stats(BPF_STATS_RUN_TIME)));
  }

  @Override
  public void close() {
    int _ = LibC.close(fd);
  }
}
