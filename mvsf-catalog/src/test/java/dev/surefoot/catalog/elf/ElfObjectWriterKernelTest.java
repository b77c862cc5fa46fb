// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.catalog.elf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surefoot.catalog.btf.KernelBtf;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("kernel")
class ElfObjectWriterKernelTest {
  @TempDir Path directory;

  @Test
  void mapsAndCoreRelocationsLoadAndLinesShowTheUsersText() throws IOException {
    try (LoadedObject loaded = LoadedObject.load(TestingObjects.exits(), directory)) {
      assertThat(loaded.translated("on_exit"))
          .contains("int on_exit(void * ctx):")
          .contains("; FROM process_exit [file:query.sql line_num:2 line_col:1]")
          .contains("; SELECT tgid, COUNT(*) [file:query.sql line_num:1 line_col:8]")
          .containsPattern("r1 = map\\[id:\\d+\\]\\[0\\]\\+4096")
          .contains("bpf_ringbuf_output");
    }
  }

  @Test
  void programsOfOneSectionShareSubprograms() throws IOException {
    try (LoadedObject loaded = LoadedObject.load(TestingObjects.sharedSubprograms(), directory)) {
      assertThat(loaded.translated("second"))
          .contains("int second(void * ctx):", "_four_times", "_twice");
      assertThat(loaded.translated("first")).contains("int first(void * ctx):");
    }
  }

  @Test
  void kernelFunctionsAreCalled() throws IOException {
    try (LoadedObject loaded = LoadedObject.load(TestingObjects.kernelFunction(), directory)) {
      assertThat(loaded.translated("lock_unlock")).contains("call bpf_rcu_read_unlock");
    }
  }

  @Test
  void everyKindOfMapLoads() throws IOException {
    try (LoadedObject loaded = LoadedObject.load(TestingObjects.allMaps(), directory)) {
      assertThat(loaded.translated("touch_maps")).contains("int touch_maps(void * ctx):");
    }
  }

  @Test
  void coreQuestionsAreAnsweredByTheKernelsTypes() throws IOException {
    KernelBtf kernel = KernelBtf.read(KernelBtf.RUNNING_KERNEL);
    int task = kernel.structBytes("task_struct").orElseThrow();
    int parent = kernel.memberOffset("task_struct", "real_parent").orElseThrow();
    try (LoadedObject loaded = LoadedObject.load(TestingObjects.questions(), directory)) {
      List<String> answers =
          loaded
              .translated("questions")
              .lines()
              .filter(line -> line.matches(".*: \\(..\\) r[12] .*"))
              .map(line -> line.substring(line.indexOf(") ") + 2))
              .toList();
      assertThat(answers)
          .containsExactly(
              "r1 = 1",
              "r1 = 0",
              "r1 = 16",
              "r1 = 0",
              "r1 = 1",
              "r1 = 0",
              "r1 = 27",
              "r2 = " + task,
              "r2 += " + parent);
    }
  }

  @Test
  void helpersCallSubprogramsBack() throws IOException {
    try (LoadedObject loaded = LoadedObject.load(TestingObjects.callback(), directory)) {
      assertThat(loaded.translated("loop")).contains("int loop(void * ctx):", "long step(");
    }
  }
}
