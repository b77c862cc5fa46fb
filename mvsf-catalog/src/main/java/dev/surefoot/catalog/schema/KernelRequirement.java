// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.catalog.schema;

/** Something that a kernel has or lacks, found in its BTF, never by its version. */
public sealed interface KernelRequirement {
  /** Always there. */
  record None() implements KernelRequirement {}

  /** The tracepoint passes at least this many parameters. */
  record ParameterCount(String event, int atLeast) implements KernelRequirement {}

  /** The struct has the member. */
  record MemberExists(String struct, String member) implements KernelRequirement {}
}
