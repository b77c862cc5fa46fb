// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.agent.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("kernel")
class KernelFactsKernelTest {
  @Test
  void factsAreThoseThatOtherToolsRead() throws IOException {
    KernelFacts facts = KernelFacts.read(Path.of("/"));

    assertThat(facts.pidMax()).isEqualTo(Integer.parseInt(cat("/proc/sys/kernel/pid_max")));
    assertThat(facts.release()).isEqualTo(cat("/proc/sys/kernel/osrelease"));
    assertThat(facts.bootId()).isEqualTo(cat("/proc/sys/kernel/random/boot_id"));
    assertThat(facts.possibleCpus())
        .isGreaterThanOrEqualTo(Runtime.getRuntime().availableProcessors());
  }

  private static String cat(String file) throws IOException {
    Process process = new ProcessBuilder("cat", file).start();
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
  }
}
