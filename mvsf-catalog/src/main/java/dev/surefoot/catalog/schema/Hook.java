// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.catalog.schema;

import java.util.List;

/**
 * A kernel tracepoint that programs attach to, with its raw parameters.
 *
 * @param category the tracefs directory, for example {@code raw_syscalls}
 * @param event the tracepoint, for example {@code sys_enter}
 * @param parameters what the kernel passes, in order: {@code ctx[0]} is the first
 */
public record Hook(String category, String event, List<String> parameters) {
  public Hook {
    parameters = List.copyOf(parameters);
  }

  /** The section name under which libbpf attaches a BTF-typed raw tracepoint program. */
  public String section() {
    return "tp_btf/" + event;
  }

  /**
   * The section name of a raw tracepoint program without BTF types, which may not look into kernel
   * objects. It costs the same to run and far less to load: libbpf reads none of the kernel's types
   * for it.
   */
  public String untypedSection() {
    return "raw_tp/" + event;
  }
}
