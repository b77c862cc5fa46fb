// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.e2e.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surefoot.e2e.faults.CommandProcess.Ended;
import dev.surefoot.e2e.faults.KernelObjects.KernelObject;
import dev.surefoot.e2e.faults.KernelObjects.Kind;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** However a run ends, nothing of it stays in the kernel. */
@Tag("kernel")
class EndingsKernelTest {
  private static final String WINDOWED =
      "SELECT pid, syscall_number, MAX(exit_ts - enter_ts) AS latency FROM system_calls"
          + " GROUP BY pid, syscall_number WINDOW 1sec";
  private static final String ROWS =
      "SELECT pid, syscall_number, exit_ts - enter_ts AS latency FROM system_calls";

  @Test
  void aKilledRunLeavesNothing() throws IOException, InterruptedException {
    try (CommandProcess command = CommandProcess.start("run", "--sql", WINDOWED)) {
      command.awaitAttached();
      Set<KernelObject> objects = attached(command);

      command.kill();

      assertThat(command.endWithoutRows().status()).isEqualTo(128 + 9);
      assertThat(KernelObjects.leftOf(objects)).isEmpty();
    }
  }

  @Test
  void anInterruptedRunEndsWellWithItsSummary() throws IOException, InterruptedException {
    // A test that runs in the background may have SIGINT ignored, which its children inherit.
    List<String> listening = List.of("env", "--default-signal=INT");
    try (CommandProcess command =
        CommandProcess.startBehind(listening, "run", "--sql", WINDOWED, "-o", "csv")) {
      command.awaitAttached();
      Set<KernelObject> objects = attached(command);

      command.interrupt();

      Ended ended = command.end();
      assertThat(ended.messages()).contains(" rows in ").contains("rung: ").contains("lost: ");
      assertThat(ended.status()).as(ended.messages()).isZero();
      assertThat(ended.rows()).startsWith("pid,syscall_number,latency\r\n");
      assertThat(KernelObjects.leftOf(objects)).isEmpty();
    }
  }

  @Test
  void aFullDiskEndsTheRunWithAHint() throws IOException, InterruptedException {
    try (CommandProcess command =
        CommandProcess.start("run", "--sql", WINDOWED, "-o", "csv", "--output-file", "/dev/full")) {
      command.awaitAttached();
      Set<KernelObject> objects = objectsUnlessEnded(command);

      Ended ended = command.end();

      assertThat(ended.status()).as(ended.messages()).isEqualTo(5);
      assertThat(ended.messages()).containsPattern("/dev/full.*\n +hint: ");
      assertThat(ended.rows()).isEmpty();
      assertThat(KernelObjects.leftOf(objects)).isEmpty();
    }
  }

  @Test
  void aReaderThatLeavesEndsTheRunQuietly() throws IOException, InterruptedException {
    try (CommandProcess command = CommandProcess.start("run", "--sql", ROWS, "-o", "csv")) {
      command.awaitAttached();
      Set<KernelObject> objects = attached(command);
      try (BufferedReader rows =
          new BufferedReader(new InputStreamReader(command.rows(), StandardCharsets.UTF_8))) {
        assertThat(rows.readLine()).isEqualTo("pid,syscall_number,latency");
      }

      Ended ended = command.endWithoutRows();

      assertThat(ended.status()).as(ended.messages()).isZero();
      assertThat(ended.messages()).doesNotContainIgnoringCase("pipe").doesNotContain("hint");
      assertThat(KernelObjects.leftOf(objects)).isEmpty();
    }
  }

  private static Set<KernelObject> attached(CommandProcess command) throws IOException {
    Set<KernelObject> objects = KernelObjects.of(command.pid());
    assertThat(objects).extracting(KernelObject::kind).contains(Kind.values());
    return objects;
  }

  /** A run that fails at its first row may be over before it is looked at. */
  private static Set<KernelObject> objectsUnlessEnded(CommandProcess command) {
    try {
      return KernelObjects.of(command.pid());
    } catch (IOException _) {
      return Set.of();
    }
  }
}
