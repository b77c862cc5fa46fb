// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.agent.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surefoot.agent.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnvironmentCheckTest {
  @TempDir private Path root;

  @Test
  void rootHasAllPrivileges() throws IOException {
    assertThat(privileges("000001ffffffffff")).isNull();
  }

  @Test
  void theTwoCapabilitiesForLoadingAreEnough() throws IOException {
    assertThat(privileges("000000c000000000")).isNull();
  }

  @Test
  void whatIsMissingIsNamed() throws IOException {
    assertThat(privileges("0000000000000000").reason()).endsWith("CAP_BPF and CAP_PERFMON");
    assertThat(privileges("0000008000000000").reason()).endsWith("needs CAP_PERFMON");
    assertThat(privileges("0000004000000000").reason()).endsWith("needs CAP_BPF");
    assertThat(privileges("0000000000000000").kind()).isEqualTo(Problem.Kind.NO_PRIVILEGES);
    assertThat(privileges("0000000000000000").hint()).contains("sudo");
  }

  @Test
  void whatCannotBeReadIsUnknownAndNotMissing() {
    assertThat(new EnvironmentCheck(root).privileges())
        .hasValueSatisfying(problem -> assertThat(problem.kind()).isEqualTo(Problem.Kind.UNKNOWN));
  }

  @Test
  void aKernelWithoutTypesIsAProblem() throws IOException {
    assertThat(new EnvironmentCheck(root).kernelTypes())
        .hasValueSatisfying(
            problem -> assertThat(problem.kind()).isEqualTo(Problem.Kind.NO_KERNEL_TYPES));

    Path types = root.resolve("sys/kernel/btf/vmlinux");
    Files.createDirectories(types.getParent());
    Files.writeString(types, "types");
    assertThat(new EnvironmentCheck(root).kernelTypes()).isEmpty();
  }

  private Problem privileges(String effective) throws IOException {
    Path status = root.resolve("proc/self/status");
    Files.createDirectories(status.getParent());
    Files.writeString(status, "Name:\tjava\nCapPrm:\tffff\nCapEff:\t" + effective + "\n");
    return new EnvironmentCheck(root).privileges().orElse(null);
  }
}
