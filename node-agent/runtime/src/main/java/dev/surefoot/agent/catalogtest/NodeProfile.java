// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.agent.catalogtest;

import dev.surefoot.agent.kernel.FeatureAnswer;
import dev.surefoot.catalog.profile.Feature;
import dev.surefoot.catalog.profile.KernelProfile;
import java.util.Map;

/** A node's profile, and where it is from. */
public sealed interface NodeProfile {
  /** The profile. */
  KernelProfile profile();

  /** Stored by an earlier run of this boot, whose catalog test found nothing wrong. */
  record Cached(KernelProfile profile) implements NodeProfile {}

  /** Found and measured just now. */
  record Measured(KernelProfile profile, Map<Feature, FeatureAnswer> features, CatalogReport report)
      implements NodeProfile {
    public Measured {
      features = Map.copyOf(features);
    }
  }
}
