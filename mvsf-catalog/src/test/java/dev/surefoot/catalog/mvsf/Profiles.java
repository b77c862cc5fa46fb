// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.catalog.mvsf;

import dev.surefoot.catalog.profile.Feature;
import dev.surefoot.catalog.profile.KernelProfile;
import java.util.Map;
import java.util.Set;

/** Kernels as far as MVSFs depend on them. */
final class Profiles {
  /** Passes the previous state to sched_switch, as from 5.18 on. */
  static final KernelProfile NEW = profile(4, Map.of("sched_switch", 4), "task_struct.__state");

  /** Has the renamed member, not the parameter: 5.14 to 5.17. */
  static final KernelProfile RENAMED = profile(3, Map.of("sched_switch", 3), "task_struct.__state");

  /** Has neither: before 5.14. */
  static final KernelProfile OLD = profile(1, Map.of("sched_switch", 3), "task_struct.state");

  private Profiles() {}

  private static KernelProfile profile(int cpus, Map<String, Integer> counts, String member) {
    return new KernelProfile(
        "test", "00", cpus, 32768, Set.of(Feature.RING_BUFFER), counts, Set.of(member), Map.of());
  }
}
