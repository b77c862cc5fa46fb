// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.catalog.btf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("kernel")
class RunningKernelBtfKernelTest {
  private final KernelBtf kernel = KernelBtf.read(KernelBtf.RUNNING_KERNEL);

  RunningKernelBtfKernelTest() throws IOException {}

  @Test
  void everyTypeCanBeRead() {
    assertThat(kernel.btf().types()).hasSizeGreaterThan(10_000);
  }

  @Test
  void everyStructCanBePrinted() {
    BtfPrinter printer = new BtfPrinter(kernel.btf());
    for (int id = 1; id <= kernel.btf().typeCount(); id++) {
      assertThat(printer.define(id)).endsWith(";");
    }
  }

  @Test
  void theSystemCallEventsHaveTheirParameters() {
    // include/trace/events/syscalls.h: sys_enter(regs, id), sys_exit(regs, ret)
    assertThat(kernel.eventParameterCount("sys_enter")).hasValue(2);
    assertThat(kernel.eventParameterCount("sys_exit")).hasValue(2);
    assertThat(kernel.eventParameter("sys_enter", 0)).containsInstanceOf(BtfType.Pointer.class);
    assertThat(kernel.eventParameterCount("no_such_event")).isEmpty();
  }

  @Test
  void membersOfTheTaskAreFound() {
    assertThat(kernel.hasMember("task_struct", "pid")).isTrue();
    assertThat(kernel.memberOffset("task_struct", "real_parent").orElseThrow()).isPositive();
    assertThat(kernel.hasMember("task_struct", "no_such_member")).isFalse();
  }

  /**
   * Beyond this the command line's start suffers. CPU time, since others may keep the CPUs busy.
   */
  @Test
  void openingAndAskingTakesLessThan100MillisecondsOfCpu() throws IOException {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long begin = threads.getCurrentThreadCpuTime();
    KernelBtf again = KernelBtf.read(KernelBtf.RUNNING_KERNEL);
    assertThat(again.hasMember("task_struct", "pid")).isTrue();
    assertThat(threads.getCurrentThreadCpuTime() - begin).isLessThan(100_000_000);
  }
}
