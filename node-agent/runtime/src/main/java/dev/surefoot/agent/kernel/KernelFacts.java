// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.agent.kernel;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
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
  private static final int LONGEST_LINE = 4096;

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
    // A number in /proc/sys comes whole in the first read, and what is left of it in no other.
    try (InputStream in = Files.newInputStream(root.resolve(file))) {
      return new String(in.readNBytes(LONGEST_LINE), StandardCharsets.UTF_8).strip();
    }
  }
}
