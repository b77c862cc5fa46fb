// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.e2e.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surefoot.agent.libbpf.LibBpfLibrary;
import dev.surefoot.e2e.faults.CommandProcess.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A machine that lacks something is told so, with what to do about it. */
@Tag("kernel")
class MachinesKernelTest {
  private static final String[] RUN = {
    "run", "--sql", "SELECT pid FROM system_calls", "--for", "1s", "-o", "csv"
  };

  @Test
  void withoutPrivilegesTheMissingOnesAreNamed() throws IOException, InterruptedException {
    // No bounding set: a root that can do what anybody can.
    Ended ended =
        CommandProcess.runBehind(
            List.of("setpriv", "--bounding-set=-all", "--inh-caps=-all", "--no-new-privs"), RUN);

    assertThat(ended.status()).as(ended.messages()).isEqualTo(3);
    assertThat(ended.messages()).contains("CAP_BPF").contains("CAP_PERFMON").contains("root");
    assertThat(ended.rows()).isEmpty();
  }

  @Test
  void withoutTypesOfTheKernelTheOptionThatGivesThemIsNamed()
      throws IOException, InterruptedException {
    Ended ended =
        CommandProcess.runBehind(afterMounting("mount -t tmpfs none /sys/kernel/btf"), RUN);

    assertThat(ended.status()).as(ended.messages()).isEqualTo(3);
    assertThat(ended.messages())
        .contains("/sys/kernel/btf/vmlinux")
        .contains("CONFIG_DEBUG_INFO_BTF");
    assertThat(ended.rows()).isEmpty();
  }

  @Test
  void withoutLibbpfItsPackageIsNamed() throws IOException, InterruptedException {
    Ended ended =
        CommandProcess.runBehind(afterMounting("mount --bind /dev/null " + libbpf()), RUN);

    assertThat(ended.status()).as(ended.messages()).isEqualTo(3);
    assertThat(ended.messages())
        .contains("libbpf.so.1")
        .contains("libbpf1")
        .contains("apt-get install");
    assertThat(ended.rows()).isEmpty();
  }

  /** A command that mounts something for itself alone before it goes on. */
  private static List<String> afterMounting(String mount) {
    return List.of("unshare", "--mount", "sh", "-c", mount + " && exec \"$@\"", "sh");
  }

  /** The file of the library that this process has mapped. */
  private static Path libbpf() throws IOException {
    LibBpfLibrary.require();
    return Files.readAllLines(Path.of("/proc/self/maps")).stream()
        .filter(line -> line.contains("/libbpf.so"))
        .map(line -> Path.of(line.substring(line.indexOf('/'))))
        .findFirst()
        .orElseThrow();
  }
}
