// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.agent.kernel;

import dev.surefoot.agent.Problem;
import dev.surefoot.catalog.profile.KernelProfile;
import dev.surefoot.catalog.schema.Hook;
import dev.surefoot.catalog.schema.Table;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** Whether a kernel has the hooks of a table. */
public final class HookCheck {
  private HookCheck() {}

  /** A problem for each hook of these tables that the kernel lacks. */
  public static List<Problem> problems(Collection<Table> tables, KernelProfile profile) {
    return tables.stream()
        .flatMap(HookCheck::hooks)
        .distinct()
        .filter(hook -> !profile.parameterCounts().containsKey(hook.event()))
        .map(hook -> missing(hook, profile.release()))
        .toList();
  }

  /** The hooks that make a table's rows. */
  static Stream<Hook> hooks(Table table) {
    return switch (table.shape()) {
      case Table.Shape.Event(Hook hook) -> Stream.of(hook);
      case Table.Shape.Span(Hook open, Hook close, var _, var _, var cancels) ->
          Stream.concat(Stream.of(open, close), cancels.stream().map(Table.Cancel::hook));
    };
  }

  private static Problem missing(Hook hook, String release) {
    return new Problem(
        Problem.Kind.NO_HOOK,
        "this kernel (" + release + ") has no tracepoint " + hook.category() + ":" + hook.event(),
        "its configuration leaves the tracepoint out; another kernel is needed for this table");
  }
}
