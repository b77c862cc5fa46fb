// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.catalog.bundle;

import dev.surefoot.catalog.elf.ObjectDefinition;
import dev.surefoot.catalog.profile.Feature;
import java.util.Set;

/**
 * One way to run the program: what runs in the kernel, what in user space.
 *
 * @param name how people call it, for example {@code partial-aggregate(array, cached-hash)}
 * @param requirements features without which loading need not be tried
 * @param estimatedNanos estimated cost per event in the kernel and user space together
 */
public record Rung(
    String name,
    ObjectDefinition object,
    UserPlan userPlan,
    Set<Feature> requirements,
    double estimatedNanos) {
  public Rung {
    requirements = Set.copyOf(requirements);
  }
}
