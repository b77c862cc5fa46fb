// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.agent.catalogtest;

import dev.surefoot.agent.kernel.FeatureAnswer;
import dev.surefoot.agent.kernel.FeatureProbe;
import dev.surefoot.agent.kernel.KernelFacts;
import dev.surefoot.agent.kernel.KernelProfiler;
import dev.surefoot.agent.load.ObjectLoader;
import dev.surefoot.catalog.btf.KernelBtf;
import dev.surefoot.catalog.mvsf.MvsfCatalog;
import dev.surefoot.catalog.profile.Feature;
import dev.surefoot.catalog.profile.KernelProfile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Gets this node's profile: from the cache, or by asking and testing the kernel. */
public final class NodeProfiler {
  private static final Path ROOT = Path.of("/");

  private final ProfileCache cache;
  private final Optional<String> catalogBuild;

  /**
   * A profiler over this cache.
   *
   * @param catalogBuild as {@link ProfileCache#catalogBuild} tells it; empty to cache nothing
   */
  public NodeProfiler(ProfileCache cache, Optional<String> catalogBuild) {
    this.cache = cache;
    this.catalogBuild = catalogBuild;
  }

  /** A profiler over the user's cache. */
  public static NodeProfiler ofUser() {
    return new NodeProfiler(ProfileCache.ofUser(), ProfileCache.catalogBuild());
  }

  /** The profile: the cached one where there is one, which takes milliseconds. */
  public NodeProfile profile() throws IOException {
    KernelFacts facts = KernelFacts.read(ROOT);
    Optional<KernelProfile> cached =
        catalogBuild.flatMap(build -> cache.find(facts.bootId(), build));
    return cached.isPresent()
        ? new NodeProfile.Cached(withPidMax(cached.get(), facts.pidMax()))
        : measure(facts);
  }

  /** Asks and tests the kernel, whatever is cached. */
  public NodeProfile.Measured measure() throws IOException {
    return measure(KernelFacts.read(ROOT));
  }

  private NodeProfile.Measured measure(KernelFacts facts) throws IOException {
    ObjectLoader loader = new ObjectLoader();
    KernelBtf btf = KernelBtf.read(KernelBtf.RUNNING_KERNEL);
    Map<Feature, FeatureAnswer> features = new FeatureProbe(loader::load).answers();
    KernelProfile profile =
        KernelProfiler.profile(
            facts, btf, FeatureProbe.present(features), new CostMeasurement(loader).costs());
    CatalogReport report = new CatalogTest(loader).run(MvsfCatalog.of(profile));
    boolean certain =
        report.allRan()
            && features.values().stream().noneMatch(FeatureAnswer.Unknown.class::isInstance);
    if (certain && catalogBuild.isPresent()) {
      store(facts.bootId(), catalogBuild.get(), profile);
    }
    return new NodeProfile.Measured(profile, features, report);
  }

  private void store(String bootId, String build, KernelProfile profile) {
    try {
      cache.store(bootId, build, profile);
    } catch (IOException unwritable) {
      // The next run measures again, which is slower and as good.
    }
  }

  /** The limit may be changed while the kernel runs. */
  private static KernelProfile withPidMax(KernelProfile profile, int pidMax) {
    return new KernelProfile(
        profile.release(),
        profile.btfDigest(),
        profile.possibleCpus(),
        pidMax,
        profile.features(),
        profile.parameterCounts(),
        profile.members(),
        profile.costs());
  }
}
