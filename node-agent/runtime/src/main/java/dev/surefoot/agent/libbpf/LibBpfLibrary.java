// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.agent.libbpf;

import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import dev.surefoot.agent.Problem;
import dev.surefoot.agent.libbpf.LibBpfAvailability.Available;
import dev.surefoot.agent.libbpf.LibBpfAvailability.Unavailable;

/** Finds the system's libbpf, checks its version and binds {@link LibBpf} to it. */
public final class LibBpfLibrary {
  /** The name under which the dynamic linker knows every libbpf 1.x. */
  public static final String SHARED_LIBRARY = "libbpf.so.1";

  private static final String HOW_TO_GET_IT =
      """
      On Debian 12, as root:
        echo 'deb http://deb.debian.org/debian bookworm-backports main' \\
          > /etc/apt/sources.list.d/backports.list
        apt-get update && apt-get install -t bookworm-backports libbpf1
      On Debian 13 and later: apt-get install libbpf1""";

  static {
    JnaSettings.apply();
  }

  private LibBpfLibrary() {}

  /** The process's libbpf; looked for once. */
  public static LibBpfAvailability find() {
    return Found.LIBRARY;
  }

  /** The process's libbpf where the caller has made sure that there is one. */
  public static void require() {
    if (find() instanceof Unavailable(Problem problem)) {
      throw new IllegalStateException(problem.text());
    }
  }

  /** Looks for the shared library of this name, without binding anything. */
  static LibBpfAvailability probe(String sharedLibrary, LibBpfVersion oldest) {
    NativeLibrary library;
    try {
      library = NativeLibrary.getInstance(sharedLibrary);
    } catch (UnsatisfiedLinkError missing) {
      return missing(sharedLibrary);
    }
    LibBpfVersion version = versionOf(library);
    return version.compareTo(oldest) < 0 ? tooOld(version, oldest) : new Available(version);
  }

  private static LibBpfVersion versionOf(NativeLibrary library) {
    try {
      return new LibBpfVersion(
          library.getFunction("libbpf_major_version").invokeInt(new Object[0]),
          library.getFunction("libbpf_minor_version").invokeInt(new Object[0]));
    } catch (UnsatisfiedLinkError beforeVersionFunctions) {
      return new LibBpfVersion(0, 0);
    }
  }

  private static Unavailable missing(String sharedLibrary) {
    return new Unavailable(
        new Problem(
            Problem.Kind.LIBBPF_MISSING,
            "the shared library "
                + sharedLibrary
                + " (package libbpf1, version "
                + LibBpfVersion.OLDEST
                + " or newer) is not installed",
            HOW_TO_GET_IT));
  }

  private static Unavailable tooOld(LibBpfVersion found, LibBpfVersion oldest) {
    return new Unavailable(
        new Problem(
            Problem.Kind.LIBBPF_TOO_OLD,
            "libbpf " + found + " (package libbpf1) is too old; " + oldest + " or newer is needed",
            HOW_TO_GET_IT));
  }

  private static final class Found {
    static final LibBpfAvailability LIBRARY = findAndBind();

    private static LibBpfAvailability findAndBind() {
      LibBpfAvailability availability = probe(SHARED_LIBRARY, LibBpfVersion.OLDEST);
      if (availability instanceof Available) {
        Native.register(LibBpf.class, NativeLibrary.getInstance(SHARED_LIBRARY));
        // libbpf would print its messages to stderr, among the user's own output.
        long _ = LibBpf.libbpf_set_print(0);
      }
      return availability;
    }
  }
}
