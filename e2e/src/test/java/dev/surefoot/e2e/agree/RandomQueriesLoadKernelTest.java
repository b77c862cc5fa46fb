// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.e2e.agree;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surefoot.agent.catalogtest.NodeProfiler;
import dev.surefoot.agent.load.LoadResult;
import dev.surefoot.agent.load.ObjectLoader;
import dev.surefoot.catalog.profile.KernelProfile;
import dev.surefoot.compiler.ladder.CompiledRung;
import dev.surefoot.compiler.ladder.LadderCompiler;
import dev.surefoot.compiler.sql.RandomQueries;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** This kernel's verifier takes what random queries are compiled to. */
@Tag("kernel")
class RandomQueriesLoadKernelTest {
  private static final int QUERIES = Integer.getInteger("surefoot.random.load.queries", 2000);

  /** One query in so many has another rung loaded than the first, too. */
  private static final int QUERIES_PER_SAMPLE = 8;

  private final ObjectLoader loader = new ObjectLoader();
  private final List<String> refusals = new ArrayList<>();

  @Test
  void everyRungThatIsTriedIsAccepted() throws IOException {
    KernelProfile profile = NodeProfiler.ofUser().profile().profile();
    long first = Long.getLong("surefoot.random.seed", System.nanoTime());
    System.out.println("surefoot.random.seed=" + first);
    int sampled = 0;
    for (long seed = first; seed < first + QUERIES; seed++) {
      String sql = new RandomQueries(seed).next();
      CompiledQuery query = CompiledQuery.of(sql, profile, LadderCompiler.DEFAULT_RING_BYTES);
      List<CompiledRung> rungs = query.ladder().rungs();
      assertThat(rungs).as(sql).isNotEmpty();
      check(rungs.getFirst(), sql, seed);
      if (Math.floorMod(seed, QUERIES_PER_SAMPLE) == 0) {
        check(rungs.get(1 + sampled++ % (rungs.size() - 1)), sql, seed);
      }
    }
    assertThat(refusals).isEmpty();
    assertThat(sampled).isPositive();
  }

  private void check(CompiledRung rung, String sql, long seed) {
    switch (loader.load(rung.rung().object())) {
      case LoadResult.Loaded(var object) -> object.close();
      case LoadResult.Rejected rejected ->
          refusals.add(
              "surefoot.random.seed="
                  + seed
                  + "\n"
                  + sql
                  + "\nrung "
                  + rung.rung().name()
                  + ": "
                  + rejected.program()
                  + "\n"
                  + String.join("\n", rejected.decisiveLines())
                  + "\n");
    }
  }
}
