// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.catalog.isa;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HelperTest {
  @Test
  void numbersAreTheKernels() {
    assertThat(Helper.MAP_LOOKUP_ELEM.id()).isEqualTo(1);
    assertThat(Helper.KTIME_GET_NS.id()).isEqualTo(5);
    assertThat(Helper.GET_CURRENT_PID_TGID.id()).isEqualTo(14);
    assertThat(Helper.PROBE_READ_KERNEL_STR.id()).isEqualTo(115);
    assertThat(Helper.RINGBUF_RESERVE.id()).isEqualTo(131);
    assertThat(Helper.TASK_STORAGE_GET.id()).isEqualTo(156);
    assertThat(Helper.CGRP_STORAGE_DELETE.id()).isEqualTo(211);
  }

  @Test
  void findsByNumber() {
    assertThat(Helper.byId(8).map(Helper::kernelName)).contains("bpf_get_smp_processor_id");
    assertThat(Helper.byId(0)).isEmpty();
    assertThat(Helper.byId(212)).isEmpty();
  }

  @Test
  void argumentsAreCountedWhereKnown() {
    assertThat(Helper.MAP_UPDATE_ELEM.argumentCount()).hasValue(4);
    assertThat(Helper.SOCK_FROM_FILE.argumentCount()).isEmpty();
  }
}
