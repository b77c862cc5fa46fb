// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.agent.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surefoot.agent.libbpf.NativeBuffer;
import dev.surefoot.agent.load.LoadResult.Loaded;
import dev.surefoot.agent.load.LoadResult.Rejected;
import dev.surefoot.agent.memory.MappedRegion;
import java.util.OptionalInt;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("kernel")
class ObjectLoaderKernelTest {
  private static final String COUNTER =
      """
      struct { __uint(type, 2); __uint(max_entries, 1); __uint(map_flags, 1024);
               __type(key, u32); __type(value, u64[4]); } counts SEC(".maps");
      SEC("tp_btf/sys_enter") int on_enter(u64 *ctx) {
        u32 zero = 0;
        u64 *count = bpf_map_lookup_elem(&counts, &zero);
        if (count) { __sync_fetch_and_add(count, 1); }
        return 0;
      }
      """;

  private static final String NULL_NOT_CHECKED =
      """
      struct { __uint(type, 2); __uint(max_entries, 1);
               __type(key, u32); __type(value, u64[4]); } counts SEC(".maps");
      SEC("tp_btf/sys_exit") int fine(u64 *ctx) { return 0; }
      SEC("tp_btf/sys_enter") int careless(u64 *ctx) {
        u32 key = bpf_get_current_pid_tgid();
        u64 *count = bpf_map_lookup_elem(&counts, &key);
        *count = 7;
        return 0;
      }
      """;

  private final ObjectLoader loader = new ObjectLoader();

  @Test
  void anAcceptedObjectHasItsProgramsAndMaps() {
    try (LoadedObject object = loaded(loader.load(ClangObject.compile(COUNTER)))) {
      LoadedProgram program = object.program("on_enter");
      assertThat(program.section()).isEqualTo("tp_btf/sys_enter");
      assertThat(program.fd()).isPositive();
      assertThat(program.processedInstructions().orElse(0)).isBetween(5, 50);
      assertThat(program.statistics().id()).isPositive();
      assertThat(program.statistics().translatedInstructions()).isBetween(5, 50);
      assertThat(program.statistics().machineCodeBytes()).isPositive();
      LoadedMap map = object.map("counts");
      assertThat(map.valueBytes()).isEqualTo(32);
      assertThat(map.type()).isEqualTo(2);
    }
  }

  @Test
  void theVerifiersStatisticsAgreeWithTheKernelsInformation() {
    byte[] elf = ClangObject.compile(COUNTER);
    OptionalInt fast;
    OptionalInt asked;
    try (LoadedObject object = loaded(loader.load(elf))) {
      fast = object.program("on_enter").processedInstructions();
    }
    try (LoadedObject object = loaded(loader.load(elf, LoadOptions.WITH_STATISTICS))) {
      asked = object.program("on_enter").processedInstructions();
    }
    assertThat(asked).isPresent().isEqualTo(fast);
  }

  @Test
  void aRefusedObjectSaysWhichProgramAndWhy() {
    byte[] elf = ClangObject.compile(NULL_NOT_CHECKED);
    for (LoadOptions options :
        new LoadOptions[] {LoadOptions.DEFAULT, LoadOptions.WITH_STATISTICS}) {
      Rejected rejected = (Rejected) loader.load(elf, options);
      assertThat(rejected.program()).contains("careless");
      assertThat(rejected.errno().name()).isEqualTo("EACCES");
      assertThat(rejected.log().text()).contains("processed ");
      assertThat(rejected.decisiveLines().getFirst()).isEqualTo("; *count = 7;");
      assertThat(rejected.decisiveLines().getLast()).contains("map_value_or_null");
      assertThat(rejected.decisiveLines()).hasSizeBetween(3, 4);
    }
  }

  @Test
  void aHookThatTheKernelLacksIsNamed() {
    byte[] elf = ClangObject.compile("SEC(\"tp_btf/no_such_event\") int p(u64 *ctx) { return 0; }");

    Rejected rejected = (Rejected) loader.load(elf);

    assertThat(rejected.program()).contains("p");
    assertThat(rejected.errno().name()).isEqualTo("ESRCH");
    assertThat(rejected.decisiveLines()).anyMatch(line -> line.contains("no_such_event"));
  }

  @Test
  void aMappedArrayIsTheMapsMemory() {
    try (LoadedObject object = loaded(loader.load(ClangObject.compile(COUNTER)));
        MappedRegion memory = object.map("counts").mapMemory()) {
      memory.setLongRelease(8, 42);
      NativeBuffer key = NativeBuffer.allocate(4);
      NativeBuffer value = NativeBuffer.allocate(32);
      assertThat(object.map("counts").lookup(key, value)).isTrue();
      assertThat(value.bytes().getLong(8)).isEqualTo(42);
      assertThat(memory.getLongAcquire(8)).isEqualTo(42);
    }
  }

  private static LoadedObject loaded(LoadResult result) {
    return switch (result) {
      case Loaded(LoadedObject object) -> object;
      case Rejected rejected -> throw new AssertionError(rejected.toString());
    };
  }
}
