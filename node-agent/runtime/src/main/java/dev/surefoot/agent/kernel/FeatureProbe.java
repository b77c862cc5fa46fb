// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.agent.kernel;

import dev.surefoot.agent.load.LoadResult;
import dev.surefoot.agent.load.LoadResult.Loaded;
import dev.surefoot.agent.load.LoadResult.Rejected;
import dev.surefoot.catalog.elf.ObjectDefinition;
import dev.surefoot.catalog.profile.Feature;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Finds a kernel's features by loading a small program for each. */
public final class FeatureProbe {
  // EPERM, ENOMEM, EMFILE: these say nothing about what the kernel has.
  private static final Set<Integer> NO_ANSWER = Set.of(1, 12, 24);

  private final Function<ObjectDefinition, LoadResult> loader;

  /** A probe that loads through this function, such as {@code new ObjectLoader()::load}. */
  public FeatureProbe(Function<ObjectDefinition, LoadResult> loader) {
    this.loader = loader;
  }

  /** The answer for every feature. */
  public Map<Feature, FeatureAnswer> answers() {
    Map<Feature, FeatureAnswer> answers = new EnumMap<>(Feature.class);
    for (Feature feature : Feature.values()) {
      answers.put(feature, answer(feature));
    }
    return answers;
  }

  /** The features that were found present. */
  public static Set<Feature> present(Map<Feature, FeatureAnswer> answers) {
    return answers.entrySet().stream()
        .filter(entry -> entry.getValue() instanceof FeatureAnswer.Present)
        .map(Map.Entry::getKey)
        .collect(Collectors.toUnmodifiableSet());
  }

  private FeatureAnswer answer(Feature feature) {
    return switch (loader.apply(FeaturePrograms.of(feature))) {
      case Loaded(var object) -> {
        object.close();
        yield new FeatureAnswer.Present();
      }
      case Rejected rejected -> {
        List<String> reasons = rejected.decisiveLines();
        yield NO_ANSWER.contains(rejected.errno().number())
            ? new FeatureAnswer.Unknown(reasons)
            : new FeatureAnswer.Absent(reasons);
      }
    };
  }
}
