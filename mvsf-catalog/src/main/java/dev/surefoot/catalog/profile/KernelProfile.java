// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.catalog.profile;

import dev.surefoot.catalog.schema.KernelRequirement;
import java.util.Map;
import java.util.Set;

/**
 * A node's kernel as the compiler sees it. Two nodes with equal profiles get the same bundle.
 *
 * @param release as {@code uname -r} prints it; for people, never for decisions
 * @param btfDigest SHA-256 of the kernel's BTF, in hex
 * @param possibleCpus number of CPUs that can ever be there
 * @param pidMax {@code /proc/sys/kernel/pid_max}: thread ids are below it
 * @param features what was found present or loaded
 * @param parameterCounts number of parameters by tracepoint event
 * @param members existing members, as {@code struct.member}, of those that requirements name
 * @param costs measured costs of operations in ns, by {@link Operation}
 */
public record KernelProfile(
    String release,
    String btfDigest,
    int possibleCpus,
    int pidMax,
    Set<Feature> features,
    Map<String, Integer> parameterCounts,
    Set<String> members,
    Map<Operation, Double> costs) {
  public KernelProfile {
    features = Set.copyOf(features);
    parameterCounts = Map.copyOf(parameterCounts);
    members = Set.copyOf(members);
    costs = Map.copyOf(costs);
  }

  /** Whether this kernel meets the requirement. */
  public boolean meets(KernelRequirement requirement) {
    return switch (requirement) {
      case KernelRequirement.None _ -> true;
      case KernelRequirement.ParameterCount(String event, int atLeast) ->
          parameterCounts.getOrDefault(event, 0) >= atLeast;
      case KernelRequirement.MemberExists(String struct, String member) ->
          members.contains(struct + "." + member);
    };
  }

  /** Cost of an operation in ns: measured here, or the typical one. */
  public double cost(Operation operation) {
    return costs.getOrDefault(operation, operation.typicalNanos());
  }

  /** Whether this kernel has the feature. */
  public boolean has(Feature feature) {
    return features.contains(feature);
  }
}
