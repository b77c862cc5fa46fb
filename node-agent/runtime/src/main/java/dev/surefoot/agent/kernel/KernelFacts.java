// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.agent.kernel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What the kernel's files say.
 *
 * @param release as {@code uname -r} prints it
 * @param bootId changes with every boot
 * @param possibleCpus number of CPUs that can ever be there
 * @param pidMax thread ids are below it
 */
public record KernelFacts(String release, String bootId, int possibleCpus, int pidMax) {
  /** Reads them below a root directory, which is {@code /} but for tests. */
  public static KernelFacts read(Path root) throws IOException {
    return new KernelFacts(
        line(root, "proc/sys/kernel/osrelease"),
        line(root, "proc/sys/kernel/random/boot_id"),
        cpus(line(root, "sys/devices/system/cpu/possible")),
        Integer.parseInt(line(root, "proc/sys/kernel/pid_max")));
  }

  /** Number of CPU areas for a list such as {@code 0-3,8-11}: areas go up to the highest number. */
  static int cpus(String list) {
    String last = list.substring(list.lastIndexOf(',') + 1);
    return Integer.parseInt(last.substring(last.lastIndexOf('-') + 1)) + 1;
  }

  private static String line(Path root, String file) throws IOException {
    return Files.readString(root.resolve(file)).strip();
  }
}
