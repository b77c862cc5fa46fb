// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.agent.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KernelFactsTest {
  @Test
  void factsComeFromTheKernelsFiles(@TempDir Path root) throws IOException {
    write(root, "proc/sys/kernel/osrelease", "6.1.0-13-amd64\n");
    write(root, "proc/sys/kernel/random/boot_id", "a-b-c\n");
    write(root, "proc/sys/kernel/pid_max", "4194304\n");
    write(root, "sys/devices/system/cpu/possible", "0-7\n");

    assertThat(KernelFacts.read(root))
        .isEqualTo(new KernelFacts("6.1.0-13-amd64", "a-b-c", 8, 4194304));
  }

  @Test
  void gapsBetweenCpusCountToo() {
    assertThat(KernelFacts.cpus("0")).isEqualTo(1);
    assertThat(KernelFacts.cpus("0-1")).isEqualTo(2);
    assertThat(KernelFacts.cpus("0-3,8-11")).isEqualTo(12);
    assertThat(KernelFacts.cpus("0,5")).isEqualTo(6);
  }

  private static void write(Path root, String file, String text) throws IOException {
    Path path = root.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }
}
