// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.agent.load;

import dev.surefoot.agent.load.LadderResult.Accepted;
import dev.surefoot.agent.load.LadderResult.NoneAccepted;
import dev.surefoot.agent.load.LadderResult.Refusal;
import dev.surefoot.agent.load.LoadResult.Loaded;
import dev.surefoot.agent.load.LoadResult.Rejected;
import dev.surefoot.catalog.bundle.Bundle;
import dev.surefoot.catalog.bundle.Rung;
import dev.surefoot.catalog.elf.ObjectDefinition;
import dev.surefoot.catalog.profile.Feature;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Climbs down a bundle's ladder to the first rung that this kernel takes. */
public final class LadderLoader {
  private final Set<Feature> features;
  private final Function<ObjectDefinition, LoadResult> loader;

  /**
   * A loader for this node.
   *
   * @param features what the kernel has; rungs that need more are not tried
   * @param loader into the kernel, such as {@code new ObjectLoader()::load}; tests refuse here
   */
  public LadderLoader(Set<Feature> features, Function<ObjectDefinition, LoadResult> loader) {
    this.features = Set.copyOf(features);
    this.loader = loader;
  }

  /** Tries the rungs in order. */
  public LadderResult load(Bundle bundle) {
    return load(bundle, 0);
  }

  /** Tries the rungs in order, from the one with this index on. */
  public LadderResult load(Bundle bundle, int firstRung) {
    List<Refusal> refusals = new ArrayList<>();
    for (int index = firstRung; index < bundle.ladder().size(); index++) {
      Rung rung = bundle.ladder().get(index);
      Optional<Refusal> missing = missingFeatures(index, rung);
      if (missing.isPresent()) {
        refusals.add(missing.get());
        continue;
      }
      switch (loader.apply(rung.object())) {
        case Loaded(LoadedObject object) -> {
          return new Accepted(index, rung, object, refusals);
        }
        case Rejected rejected -> refusals.add(new Refusal.ByKernel(index, rung.name(), rejected));
      }
    }
    return new NoneAccepted(refusals);
  }

  private Optional<Refusal> missingFeatures(int index, Rung rung) {
    Set<Feature> missing = EnumSet.noneOf(Feature.class);
    missing.addAll(rung.requirements());
    missing.removeAll(features);
    return missing.isEmpty()
        ? Optional.empty()
        : Optional.of(new Refusal.MissingFeatures(index, rung.name(), missing));
  }
}
