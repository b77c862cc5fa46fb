// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.catalog.btf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.surefoot.catalog.btf.BtfType.IntEncoding;
import dev.surefoot.catalog.btf.BtfType.Member;
import dev.surefoot.catalog.btf.BtfType.Parameter;
import java.util.List;
import org.junit.jupiter.api.Test;

class KernelBtfTest {
  private final BtfBuilder builder = new BtfBuilder();
  private final int integer = builder.integer("int", 4, IntEncoding.SIGNED);

  private KernelBtf kernel() {
    return KernelBtf.of(builder.toByteArray());
  }

  private void addEvent(String name, List<Parameter> parameters) {
    int pointer = builder.pointerTo(builder.add(new BtfType.Prototype(0, parameters)));
    builder.add(new BtfType.Typedef("btf_trace_" + name, pointer));
  }

  @Test
  void theHandlersFirstParameterDoesNotCount() {
    int task = builder.add(new BtfType.Struct("task_struct", 8, List.of()));
    addEvent(
        "sched_process_exit",
        List.of(
            new Parameter("__data", builder.pointerTo(0)),
            new Parameter("p", builder.pointerTo(task)),
            new Parameter("group_dead", integer)));

    assertThat(kernel().eventParameterCount("sched_process_exit")).hasValue(2);
    assertThat(kernel().eventParameter("sched_process_exit", 0))
        .contains(new BtfType.Pointer(task));
    assertThat(kernel().eventParameter("sched_process_exit", 2)).isEmpty();
    assertThat(kernel().eventParameterCount("sys_enter")).isEmpty();
  }

  @Test
  void aTypedefThatIsNoHandlerIsNoEvent() {
    builder.add(new BtfType.Typedef("btf_trace_odd", integer));

    assertThat(kernel().eventParameterCount("odd")).isEmpty();
  }

  @Test
  void membersOfAnonymousStructsAreFound() {
    int inner = builder.add(new BtfType.Struct("", 8, List.of(Member.atByte("x", integer, 4))));
    int wrapped = builder.add(new BtfType.Const(inner));
    builder.add(
        new BtfType.Struct(
            "outer", 24, List.of(Member.atByte("a", integer, 0), Member.atByte("", wrapped, 8))));

    assertThat(kernel().memberOffset("outer", "x")).hasValue(12);
    assertThat(kernel().hasMember("outer", "a")).isTrue();
    assertThat(kernel().hasMember("outer", "y")).isFalse();
    assertThat(kernel().structBytes("outer")).hasValue(24);
  }

  @Test
  void aFunctionIsNotTakenForTheStructOfItsName() {
    int prototype = builder.add(new BtfType.Prototype(0, List.of()));
    builder.add(new BtfType.Function("audit_names", prototype, BtfLinkage.STATIC));
    builder.add(new BtfType.Struct("audit_names", 8, List.of(Member.atByte("a", integer, 4))));

    assertThat(kernel().memberOffset("audit_names", "a")).hasValue(4);
    assertThat(kernel().hasFunction("audit_names")).isTrue();
  }

  @Test
  void equalTypesHaveEqualDigests() {
    assertThat(kernel().digest()).isEqualTo(kernel().digest()).hasSize(64);
    String before = kernel().digest();
    builder.pointerTo(integer);
    assertThat(kernel().digest()).isNotEqualTo(before);
  }

  @Test
  void otherBytesAreRefusedWithReason() {
    assertThatThrownBy(
            () ->
                KernelBtf.of(
                    "not a BTF at all, but text".getBytes(java.nio.charset.StandardCharsets.UTF_8)))
        .isInstanceOf(BtfFormatException.class)
        .hasMessage("malformed BTF at byte 0: magic is 0x6f6e, not 0xeb9f");
  }
}
