// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.agent.attach;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surefoot.agent.libbpf.LibC;
import dev.surefoot.agent.load.ClangObject;
import dev.surefoot.agent.load.LoadResult.Loaded;
import dev.surefoot.agent.load.LoadedObject;
import dev.surefoot.agent.load.ObjectLoader;
import dev.surefoot.agent.load.ProgramStatistics;
import dev.surefoot.agent.memory.MappedRegion;
import dev.surefoot.agent.memory.MappedRing;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("kernel")
class AttachedBundleKernelTest {
  private static final int CALLS = 20_000;

  /** Ships every getppid of this process: its number so far; counts what finds no room. */
  private static final String PRODUCER =
      """
      struct { __uint(type, 27); __uint(max_entries, 4096 * 4); } rows SEC(".maps");
      struct { __uint(type, 2); __uint(max_entries, 1); __uint(map_flags, 1024);
               __type(key, u32); __type(value, u64[4]); } counts SEC(".maps");
      SEC("tp_btf/sys_enter") int on_enter(u64 *ctx) {
        u32 zero = 0;
        u64 *count = bpf_map_lookup_elem(&counts, &zero);
        if (!count || ctx[1] != 110 || bpf_get_current_pid_tgid() >> 32 != count[2]) { return 0; }
        u64 *row = bpf_ringbuf_reserve(&rows, 16, 0);
        count[0]++;
        if (!row) { count[1]++; return 0; }
        row[0] = count[0]; row[1] = ~count[0];
        bpf_ringbuf_submit(row, 1);
        return 0;
      }
      """;

  private static final int PRODUCED = 0;
  private static final int LOST = 8;
  private static final int PROCESS = 16;

  private long received;
  private long wrong;

  @Test
  void whatIsReceivedAndWhatIsLostIsWhatWasProduced() {
    try (LoadedObject object = load(PRODUCER);
        MappedRegion counts = object.map("counts").mapMemory();
        MappedRing ring = object.map("rows").mapRing()) {
      counts.setLongRelease(PROCESS, ProcessHandle.current().pid());
      try (AttachedBundle attached = attach(object)) {
        for (int call = 0; call < CALLS; call++) {
          int _ = LibC.getppid();
          // Once in a while too late, so that some are lost.
          if (call % (call < CALLS / 2 ? 100 : 1000) == 0) {
            ring.consumer().poll(this::take, Integer.MAX_VALUE);
          }
        }
        attached.detach();
        ring.consumer().poll(this::take, Integer.MAX_VALUE);
        int _ = LibC.getppid();
        assertThat(counts.getLongAcquire(PRODUCED)).isEqualTo(CALLS);
        assertThat(counts.getLongAcquire(LOST)).isBetween(1L, (long) CALLS);
        assertThat(received + counts.getLongAcquire(LOST)).isEqualTo(CALLS);
        assertThat(wrong).isZero();
      }
    }
  }

  @Test
  void runsAreCountedWhileStatisticsAreEnabled() {
    try (LoadedObject object = load(PRODUCER);
        AttachedBundle attached = attach(object)) {
      try (RunStatistics _ = RunStatistics.enable()) {
        for (int call = 0; call < 1000; call++) {
          int _ = LibC.getppid();
        }
      }
      ProgramStatistics statistics = attached.statistics().get("on_enter");
      assertThat(statistics.runs()).isGreaterThanOrEqualTo(1000);
      assertThat(statistics.runNanos()).isBetween(statistics.runs(), statistics.runs() * 100_000);
    }
  }

  @Test
  void oneProgramWithoutAHookTakesTheOthersOffAgain() {
    String text =
        """
        SEC("tp_btf/sys_exit") int works(u64 *ctx) { return 0; }
        SEC("socket") int has_no_hook(void *ctx) { return 0; }
        """;
    try (LoadedObject object = load(text)) {
      AttachResult result = AttachedBundle.attach(object);

      assertThat(result)
          .isInstanceOfSatisfying(
              AttachResult.Refused.class,
              refused -> {
                assertThat(refused.program()).isEqualTo("has_no_hook");
                assertThat(refused.section()).isEqualTo("socket");
                assertThat(refused.errno().name()).isEqualTo("EOPNOTSUPP");
              });
      try (RunStatistics _ = RunStatistics.enable()) {
        int _ = LibC.getppid();
      }
      assertThat(object.program("works").statistics().runs()).isZero();
    }
  }

  private void take(ByteBuffer data, int offset, int length) {
    received++;
    if (length != 16 || data.getLong(offset) != ~data.getLong(offset + 8)) {
      wrong++;
    }
  }

  private static LoadedObject load(String c) {
    if (new ObjectLoader().load(ClangObject.compile(c)) instanceof Loaded(LoadedObject object)) {
      return object;
    }
    throw new AssertionError("refused");
  }

  private static AttachedBundle attach(LoadedObject object) {
    return ((AttachResult.Attached) AttachedBundle.attach(object)).bundle();
  }
}
