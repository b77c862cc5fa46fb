// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.catalog.mvsf;

import dev.surefoot.catalog.profile.KernelProfile;
import dev.surefoot.catalog.schema.HookValue;

/** Chooses, for one kernel, among the ways to get a value. */
final class HookValueResolver {
  private final KernelProfile profile;

  HookValueResolver(KernelProfile profile) {
    this.profile = profile;
  }

  /** The value without {@code FirstOf}: of each, the first option that the kernel allows. */
  HookValue resolve(HookValue value) {
    return switch (value) {
      case HookValue.FirstOf choice ->
          resolve(
              choice.options().stream()
                  .filter(option -> profile.meets(option.requirement()))
                  .findFirst()
                  .orElseThrow(() -> new IllegalArgumentException("no option is left of " + value))
                  .value());
      case HookValue.Masked(HookValue inner, long mask) ->
          new HookValue.Masked(resolve(inner), mask);
      case HookValue.Difference(HookValue left, HookValue right) ->
          new HookValue.Difference(resolve(left), resolve(right));
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
          value;
    };
  }
}
