// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.agent.load;

import dev.surefoot.agent.libbpf.BpfException;
import dev.surefoot.agent.libbpf.LibBpf;
import dev.surefoot.agent.libbpf.NativeBuffer;

/**
 * Runs a program once, here and now, without a hook ({@code BPF_PROG_TEST_RUN}). Raw tracepoint
 * programs can be run so since 5.10, classic and typed ones cannot.
 */
public final class TestRun {
  // struct bpf_test_run_opts, bpf/bpf.h of libbpf 1.4.
  private static final int OPTIONS_BYTES = 80;
  private static final int CTX_IN = 32;
  private static final int CTX_SIZE_IN = 48;
  private static final int RETVAL = 56;

  private TestRun() {}

  /** Runs it with this context; what it returned in the low 32 bits of R0. */
  public static int run(LoadedProgram program, NativeBuffer context) {
    NativeBuffer options = NativeBuffer.allocate(OPTIONS_BYTES);
    options.bytes().putLong(0, OPTIONS_BYTES);
    options.bytes().putLong(CTX_IN, context.address());
    options.bytes().putInt(CTX_SIZE_IN, context.bytes().capacity());
    int _ =
        BpfException.check(
            "test run of " + program.name(),
            LibBpf.bpf_prog_test_run_opts(program.fd(), options.address()));
    return options.bytes().getInt(RETVAL);
  }
}
