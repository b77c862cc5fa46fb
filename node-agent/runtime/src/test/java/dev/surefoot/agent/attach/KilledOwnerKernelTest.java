// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.agent.attach;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surefoot.agent.load.ClangObject;
import dev.surefoot.agent.load.LoadResult.Loaded;
import dev.surefoot.agent.load.LoadedObject;
import dev.surefoot.agent.load.ObjectLoader;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("kernel")
class KilledOwnerKernelTest {
  private static final String TEXT =
      """
      SEC("tp_btf/sys_enter") int orphan_enter(u64 *ctx) { return 0; }
      SEC("tp_btf/sys_exit") int orphan_exit(u64 *ctx) { return 0; }
      """;

  @Test
  void nothingStaysAttachedWhenTheOwnerIsKilled() throws IOException, InterruptedException {
    Process owner =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                Owner.class.getName())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (BufferedReader output = owner.inputReader(StandardCharsets.UTF_8)) {
      assertThat(output.readLine()).isEqualTo("attached");
      assertThat(links(owner.pid())).isEqualTo(2);
    } finally {
      owner.destroyForcibly();
      assertThat(owner.waitFor(10, TimeUnit.SECONDS)).isTrue();
    }
    // Only its own descriptors referred to the links, so with them the links are gone.
    assertThat(programsNamedOrphan()).isZero();
  }

  private static long links(long pid) throws IOException {
    long links = 0;
    try (Stream<Path> descriptors = Files.list(Path.of("/proc", Long.toString(pid), "fd"))) {
      for (Path descriptor : descriptors.toList()) {
        if (Files.readSymbolicLink(descriptor).toString().equals("anon_inode:bpf_link")) {
          links++;
        }
      }
    }
    return links;
  }

  /** The kernel frees programs after a grace period, so there may be some for a while. */
  private static long programsNamedOrphan() throws InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
    long programs = LoadedPrograms.count("orphan_");
    while (programs > 0 && System.nanoTime() < deadline) {
      Thread.onSpinWait();
      programs = LoadedPrograms.count("orphan_");
    }
    return programs;
  }

  /** The process that is killed. */
  static final class Owner {
    private Owner() {}

    public static void main(String[] arguments) throws IOException {
      if (new ObjectLoader().load(ClangObject.compile(TEXT)) instanceof Loaded(LoadedObject object)
          && AttachedBundle.attach(object) instanceof AttachResult.Attached) {
        System.out.println("attached");
        int _ = System.in.read();
      }
    }
  }
}
