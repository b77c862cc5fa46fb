// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.agent.attach;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surefoot.agent.load.LoadedProgram;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class AttachOrderTest {
  @Test
  void whatOpensASpanComesLast() {
    List<LoadedProgram> ordered =
        AttachOrder.of(
            List.of(
                program("open", "tp_btf/sys_enter"),
                program("close", "tp_btf/sys_exit"),
                program("cancel", "tp_btf/sched_process_exit")));

    assertThat(ordered).extracting(LoadedProgram::name).containsExactly("close", "cancel", "open");
  }

  @Test
  void theHookCountsNotTheWayToIt() {
    assertThat(AttachOrder.opensSpan("raw_tp/sys_enter")).isTrue();
    assertThat(AttachOrder.opensSpan("tracepoint/raw_syscalls/sys_enter")).isTrue();
    assertThat(AttachOrder.opensSpan("tp_btf/sched_switch")).isFalse();
  }

  private static LoadedProgram program(String name, String section) {
    return new LoadedProgram(name, section, 3, 1, OptionalInt.empty());
  }
}
