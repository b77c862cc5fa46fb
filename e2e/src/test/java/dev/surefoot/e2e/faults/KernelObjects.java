// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.e2e.faults;

import com.sun.jna.Function;
import com.sun.jna.NativeLibrary;
import dev.surefoot.agent.libbpf.LibBpfLibrary;
import dev.surefoot.agent.libbpf.LibC;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Programs, links and maps of a process, by the ids that the kernel gives them. Ids count up and
 * are not used again soon, so that one that is gone stays gone, whatever others load meanwhile.
 */
final class KernelObjects {
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(30);
  private static final long POLL_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

  private KernelObjects() {}

  /** A kind of object; its name is as in {@code /proc/PID/fdinfo}. */
  enum Kind {
    PROG,
    LINK,
    MAP;

    private Function descriptorById() {
      return NativeLibrary.getInstance(LibBpfLibrary.SHARED_LIBRARY)
          .getFunction("bpf_" + text() + "_get_fd_by_id");
    }

    private String text() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** One object. */
  record KernelObject(Kind kind, int id) {
    boolean exists() {
      int descriptor = kind.descriptorById().invokeInt(new Object[] {id});
      if (descriptor < 0) {
        return false;
      }
      int _ = LibC.close(descriptor);
      return true;
    }
  }

  /** What a process has open now. */
  static Set<KernelObject> of(long pid) throws IOException {
    Set<KernelObject> objects = new LinkedHashSet<>();
    Path directory = Path.of("/proc", Long.toString(pid), "fdinfo");
    try (DirectoryStream<Path> descriptors = Files.newDirectoryStream(directory)) {
      for (Path descriptor : descriptors) {
        add(objects, descriptor);
      }
    }
    return objects;
  }

  private static void add(Set<KernelObject> objects, Path descriptor) throws IOException {
    try {
      for (String line : Files.readAllLines(descriptor)) {
        for (Kind kind : Kind.values()) {
          String label = kind.text() + "_id:";
          if (line.startsWith(label)) {
            objects.add(
                new KernelObject(kind, Integer.parseInt(line.substring(label.length()).strip())));
          }
        }
      }
    } catch (NoSuchFileException _) {
      // Closed since the directory was read.
    }
  }

  /** Those that still exist; the kernel frees objects after a grace period, which is awaited. */
  static Set<String> leftOf(Set<KernelObject> objects) {
    LibBpfLibrary.require();
    long deadline = System.nanoTime() + PATIENCE_NANOS;
    Set<String> left = existing(objects);
    while (!left.isEmpty() && System.nanoTime() < deadline) {
      LockSupport.parkNanos(POLL_NANOS);
      left = existing(objects);
    }
    return left;
  }

  private static Set<String> existing(Set<KernelObject> objects) {
    Set<String> existing = new TreeSet<>();
    for (KernelObject object : objects) {
      if (object.exists()) {
        existing.add(object.toString());
      }
    }
    return existing;
  }
}
