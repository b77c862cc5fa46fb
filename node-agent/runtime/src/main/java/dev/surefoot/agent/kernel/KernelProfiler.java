// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.agent.kernel;

import dev.surefoot.catalog.btf.KernelBtf;
import dev.surefoot.catalog.profile.Feature;
import dev.surefoot.catalog.profile.KernelProfile;
import dev.surefoot.catalog.profile.Operation;
import dev.surefoot.catalog.schema.KernelRequirement;
import dev.surefoot.catalog.schema.Tables;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Makes the profile that the compiler needs, from what is there, never from version numbers. */
public final class KernelProfiler {
  private KernelProfiler() {}

  /**
   * The profile of a kernel.
   *
   * @param features as trial loads found them
   * @param costs as measured; empty for the typical ones
   */
  public static KernelProfile profile(
      KernelFacts facts, KernelBtf btf, Set<Feature> features, Map<Operation, Double> costs) {
    return new KernelProfile(
        facts.release(),
        btf.digest(),
        facts.possibleCpus(),
        facts.pidMax(),
        features,
        parameterCounts(btf),
        members(btf),
        costs);
  }

  private static Map<String, Integer> parameterCounts(KernelBtf btf) {
    Map<String, Integer> counts = new HashMap<>();
    Tables.all().stream()
        .flatMap(HookCheck::hooks)
        .forEach(
            hook ->
                btf.eventParameterCount(hook.event())
                    .ifPresent(count -> counts.put(hook.event(), count)));
    return counts;
  }

  private static Set<String> members(KernelBtf btf) {
    Set<String> members = new HashSet<>();
    Tables.all().stream()
        .flatMap(Requirements::of)
        .forEach(
            requirement -> {
              if (requirement instanceof KernelRequirement.MemberExists(var struct, var member)
                  && btf.hasMember(struct, member)) {
                members.add(struct + "." + member);
              }
            });
    return members;
  }
}
