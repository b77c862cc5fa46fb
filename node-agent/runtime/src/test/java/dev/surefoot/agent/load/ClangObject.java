// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.agent.load;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Objects made from C at test time, to have some that are not ours. */
public final class ClangObject {
  private static final String PRELUDE =
      """
      typedef unsigned int u32; typedef int s32; typedef unsigned long long u64; typedef long long s64;
      #define SEC(name) __attribute__((section(name), used))
      #define __uint(name, value) int (*name)[value]
      #define __type(name, value) typeof(value) *name
      static void *(*bpf_map_lookup_elem)(void *, const void *) = (void *) 1;
      static u64 (*bpf_ktime_get_ns)(void) = (void *) 5;
      static u64 (*bpf_get_current_pid_tgid)(void) = (void *) 14;
      static void *(*bpf_ringbuf_reserve)(void *, u64, u64) = (void *) 131;
      static void (*bpf_ringbuf_submit)(void *, u64) = (void *) 132;
      char _license[] SEC("license") = "GPL";
      """;

  private ClangObject() {}

  /** The object file of this C text. */
  public static byte[] compile(String c) {
    try {
      Path directory = Files.createTempDirectory("clang-object");
      Path source = Files.writeString(directory.resolve("query.c"), PRELUDE + c);
      Path object = directory.resolve("query.o");
      Process clang =
          new ProcessBuilder(
                  "clang",
                  "-O2",
                  "-g",
                  "-target",
                  "bpf",
                  "-c",
                  source.toString(),
                  "-o",
                  object.toString())
              .redirectErrorStream(true)
              .start();
      String output = new String(clang.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (clang.waitFor() != 0) {
        throw new IllegalArgumentException(output);
      }
      byte[] bytes = Files.readAllBytes(object);
      Files.delete(source);
      Files.delete(object);
      Files.delete(directory);
      return bytes;
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
