// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.agent.attach;

import dev.surefoot.agent.libbpf.BpfException;
import dev.surefoot.agent.libbpf.Errno;
import dev.surefoot.agent.libbpf.LibBpf;
import dev.surefoot.agent.libbpf.LibC;
import dev.surefoot.agent.load.LoadedProgram;

/**
 * A program at its hook, held by a file descriptor: closed, or its process gone, it is detached.
 */
final class Link implements AutoCloseable {
  private final LoadedProgram program;
  private final long handle;
  private boolean open = true;

  private Link(LoadedProgram program, long handle) {
    this.program = program;
    this.handle = handle;
  }

  /** Attaches where the program's section name says. */
  static Link of(LoadedProgram program) {
    long handle = LibBpf.bpf_program__attach(program.handle());
    if (handle == 0) {
      Errno errno = new Errno(LibC.errno());
      throw new BpfException("attach of " + program.name() + " to " + program.section(), errno);
    }
    return new Link(program, handle);
  }

  LoadedProgram program() {
    return program;
  }

  @Override
  public void close() {
    if (open) {
      open = false;
      int _ = BpfException.check("detach of " + program.name(), LibBpf.bpf_link__destroy(handle));
    }
  }
}
