// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.agent.kernel;

import dev.surefoot.agent.Problem;
import dev.surefoot.agent.libbpf.Errno;
import dev.surefoot.agent.libbpf.LibC;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The file system through which classic tracepoint programs find their event. Typed ({@code
 * tp_btf}) and raw ones do without it.
 */
public final class Tracefs {
  private static final List<String> PLACES =
      List.of("/sys/kernel/tracing", "/sys/kernel/debug/tracing");

  private Tracefs() {}

  /** Makes sure that it is mounted where a program of these sections needs it. */
  public static Optional<Problem> ensureFor(Collection<String> sections) {
    boolean needed = sections.stream().anyMatch(Tracefs::needsIt);
    return needed && !isMounted() ? mount(PLACES.getFirst()) : Optional.empty();
  }

  static boolean needsIt(String section) {
    return section.startsWith("tracepoint/") || section.startsWith("tp/");
  }

  private static boolean isMounted() {
    return PLACES.stream().anyMatch(place -> Files.isDirectory(Path.of(place, "events")));
  }

  static Optional<Problem> mount(String place) {
    int result = LibC.mount("tracefs", place, "tracefs", 0, 0);
    if (result == 0) {
      return Optional.empty();
    }
    return Optional.of(
        new Problem(
            Problem.Kind.NO_TRACEFS,
            "tracefs is not mounted, and mounting it at "
                + place
                + " failed: "
                + new Errno(LibC.errno()).text(),
            "mount it: mount -t tracefs tracefs " + PLACES.getFirst()));
  }
}
