// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.agent.kernel;

import dev.surefoot.catalog.schema.HookValue;
import dev.surefoot.catalog.schema.KernelRequirement;
import dev.surefoot.catalog.schema.Table;
import java.util.stream.Stream;

/** What the schema asks of kernels. */
final class Requirements {
  private Requirements() {}

  /** Every requirement of a table's values. */
  static Stream<KernelRequirement> of(Table table) {
    Stream<HookValue> ofColumns =
        table.columns().stream()
            .flatMap(column -> column.sources().stream())
            .map(source -> source.value());
    return Stream.concat(ofColumns, ofCancels(table)).flatMap(Requirements::of);
  }

  private static Stream<HookValue> ofCancels(Table table) {
    return switch (table.shape()) {
      case Table.Shape.Event _ -> Stream.empty();
      case Table.Shape.Span span ->
          span.cancels().stream()
              .flatMap(cancel -> Stream.concat(Stream.of(cancel.key()), cancel.unless().stream()));
    };
  }

  private static Stream<KernelRequirement> of(HookValue value) {
    return switch (value) {
      case HookValue.FirstOf(var options) ->
          options.stream()
              .flatMap(
                  option -> Stream.concat(Stream.of(option.requirement()), of(option.value())));
      case HookValue.Masked(var inner, var _) -> of(inner);
      case HookValue.Difference(var left, var right) -> Stream.concat(of(left), of(right));
      case HookValue.Clock _,
          HookValue.Pid _,
          HookValue.Tid _,
          HookValue.Uid _,
          HookValue.Gid _,
          HookValue.Cpu _,
          HookValue.CgroupId _,
          HookValue.Comm _,
          HookValue.Parameter _,
          HookValue.Member _,
          HookValue.PointedText _ ->
          Stream.empty();
    };
  }
}
