// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.agent.load;

import dev.surefoot.catalog.bundle.Rung;
import dev.surefoot.catalog.profile.Feature;
import java.util.List;
import java.util.Set;

/** Where the way down a ladder ended. */
public sealed interface LadderResult {
  /** Why each rung above was refused, in the ladder's order. */
  List<Refusal> refusals();

  /** The rung with this index is loaded; the receiver closes its object. */
  record Accepted(int index, Rung rung, LoadedObject object, List<Refusal> refusals)
      implements LadderResult {
    public Accepted {
      refusals = List.copyOf(refusals);
    }
  }

  /** This kernel took none; nothing is loaded. */
  record NoneAccepted(List<Refusal> refusals) implements LadderResult {
    public NoneAccepted {
      refusals = List.copyOf(refusals);
    }
  }

  /** Why a rung was not used. */
  sealed interface Refusal {
    /** Its place in the ladder, from 0. */
    int index();

    /** The rung's name. */
    String rung();

    /** The reason as lines for people. */
    List<String> lines();

    /** The kernel lacks features, so it was not tried. */
    record MissingFeatures(int index, String rung, Set<Feature> missing) implements Refusal {
      public MissingFeatures {
        missing = Set.copyOf(missing);
      }

      @Override
      public List<String> lines() {
        return missing.stream().sorted().map(feature -> "this kernel has no " + feature).toList();
      }
    }

    /** The kernel refused it. */
    record ByKernel(int index, String rung, LoadResult.Rejected rejected) implements Refusal {
      @Override
      public List<String> lines() {
        return rejected.decisiveLines();
      }
    }
  }
}
