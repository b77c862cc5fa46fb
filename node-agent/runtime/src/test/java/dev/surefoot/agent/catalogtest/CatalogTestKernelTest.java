// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.agent.catalogtest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surefoot.agent.kernel.KernelFacts;
import dev.surefoot.agent.kernel.KernelProfiler;
import dev.surefoot.agent.load.ObjectLoader;
import dev.surefoot.catalog.btf.KernelBtf;
import dev.surefoot.catalog.mvsf.MvsfCatalog;
import dev.surefoot.catalog.profile.KernelProfile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("kernel")
class CatalogTestKernelTest {
  @Test
  void everyFunctionIsAcceptedAndShipsTheRightRecord() throws IOException {
    KernelProfile profile =
        KernelProfiler.profile(
            KernelFacts.read(Path.of("/")),
            KernelBtf.read(KernelBtf.RUNNING_KERNEL),
            Set.of(),
            Map.of());
    MvsfCatalog catalog = MvsfCatalog.of(profile);

    CatalogReport report = new CatalogTest(new ObjectLoader()).run(catalog);

    assertThat(report.rows()).hasSameSizeAs(catalog.functions());
    assertThat(report.rows()).allSatisfy(CatalogTestKernelTest::isFine);
    assertThat(report.allRan()).isTrue();
  }

  private static void isFine(CatalogReport.Row row) {
    assertThat(row.reasons()).isEmpty();
    assertThat(row.ran()).isTrue();
    assertThat(row.instructions().orElse(0)).isBetween(5, 2000);
    assertThat(row.processedInstructions().orElse(0)).isPositive();
    assertThat(row.nanosPerRun().orElse(0)).isBetween(1.0, 1_000_000.0);
  }
}
