// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.agent.kernel;

import dev.surefoot.agent.Problem;
import dev.surefoot.agent.libbpf.LibBpfAvailability;
import dev.surefoot.agent.libbpf.LibBpfLibrary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether this process can load anything on this node at all. */
public final class EnvironmentCheck {
  // Bits of CapEff, include/uapi/linux/capability.h.
  private static final int CAP_SYS_ADMIN = 21;
  private static final int CAP_PERFMON = 38;
  private static final int CAP_BPF = 39;

  private final Path root;

  /** A check below this root directory, which is {@code /} but for tests. */
  public EnvironmentCheck(Path root) {
    this.root = root;
  }

  /** Everything that is missing, the first thing to put right first; empty where all is there. */
  public List<Problem> problems() {
    List<Problem> problems = new ArrayList<>();
    privileges().ifPresent(problems::add);
    kernelTypes().ifPresent(problems::add);
    if (LibBpfLibrary.find() instanceof LibBpfAvailability.Unavailable(Problem problem)) {
      problems.add(problem);
    }
    return List.copyOf(problems);
  }

  /** Loading needs CAP_BPF and CAP_PERFMON, or CAP_SYS_ADMIN, which has both. */
  Optional<Problem> privileges() {
    long capabilities;
    try {
      capabilities = effectiveCapabilities(Files.readString(root.resolve("proc/self/status")));
    } catch (IOException e) {
      return Optional.of(
          new Problem(
              Problem.Kind.UNKNOWN, "this process's capabilities cannot be read: " + e, ""));
    }
    if (has(capabilities, CAP_SYS_ADMIN)) {
      return Optional.empty();
    }
    List<String> missing = new ArrayList<>();
    if (!has(capabilities, CAP_BPF)) {
      missing.add("CAP_BPF");
    }
    if (!has(capabilities, CAP_PERFMON)) {
      missing.add("CAP_PERFMON");
    }
    return missing.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Problem(
                Problem.Kind.NO_PRIVILEGES,
                "loading programs into the kernel needs " + String.join(" and ", missing),
                "run it as root (sudo), or in a container with these capabilities added"));
  }

  Optional<Problem> kernelTypes() {
    return Files.isReadable(root.resolve("sys/kernel/btf/vmlinux"))
        ? Optional.empty()
        : Optional.of(
            new Problem(
                Problem.Kind.NO_KERNEL_TYPES,
                "this kernel does not show its types: /sys/kernel/btf/vmlinux cannot be read",
                "use a kernel built with CONFIG_DEBUG_INFO_BTF=y (Debian's are since 11); in a"
                    + " container, mount the host's /sys"));
  }

  static long effectiveCapabilities(String status) {
    return status
        .lines()
        .filter(line -> line.startsWith("CapEff:"))
        .map(line -> Long.parseUnsignedLong(line.substring("CapEff:".length()).strip(), 16))
        .findFirst()
        .orElse(0L);
  }

  private static boolean has(long capabilities, int bit) {
    return (capabilities >>> bit & 1) != 0;
  }
}
