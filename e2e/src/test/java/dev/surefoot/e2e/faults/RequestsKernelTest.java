// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.e2e.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surefoot.e2e.faults.CommandProcess.Ended;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is asked for wrongly, and what comes out where it is asked for rightly. */
@Tag("kernel")
class RequestsKernelTest {
  @TempDir private Path directory;

  @Test
  void aWrongManifestIsRefusedWithItsPlace() throws IOException, InterruptedException {
    Path manifest = CommandProcess.manifest(directory, "SELECT pidd FROM system_calls");

    Ended ended = CommandProcess.run("run", "-f", manifest.toString());

    assertThat(ended.status()).as(ended.messages()).isEqualTo(1);
    assertThat(ended.messages()).containsPattern("query\\.yaml:5:\\d+").contains("pidd");
    assertThat(ended.rows()).isEmpty();
  }

  @Test
  void anUnknownRungIsRefused() throws IOException, InterruptedException {
    Ended ended =
        CommandProcess.run("run", "--sql", "SELECT pid FROM system_calls", "--rung", "99");

    assertThat(ended.status()).as(ended.messages()).isEqualTo(1);
    assertThat(ended.messages()).contains("no rung 99").contains("hint");
    assertThat(ended.rows()).isEmpty();
  }

  @Test
  void theRungOfMvsfsRunsWhereItIsAskedFor() throws IOException, InterruptedException {
    Ended ended = run("--rung", "mvsf-only", "-o", "csv");

    assertThat(ended.messages()).contains("rung: mvsf-only\n");
    assertThat(ended.rows().lines()).startsWith("pid,number,latency").hasSizeGreaterThan(1);
    assertThat(ended.rows().lines().skip(1)).allMatch(row -> row.matches("\\d+,\\d+,\\d+"));
  }

  @Test
  void jsonIsOneObjectOfTheQuerysColumnsForEachRow() throws IOException, InterruptedException {
    Ended ended = run("-o", "json");

    assertThat(ended.rows().lines())
        .isNotEmpty()
        .allMatch(row -> row.matches("\\{\"pid\":\\d+,\"number\":\\d+,\"latency\":\\d+}"));
    assertThat(ended.rows()).endsWith("\n");
  }

  /** Rows of this process, whose virtual machine makes calls all the time. */
  private Ended run(String... options) throws IOException, InterruptedException {
    String sql =
        "SELECT pid, syscall_number AS number, exit_ts - enter_ts AS latency FROM system_calls"
            + " WHERE pid = "
            + ProcessHandle.current().pid();
    Path manifest = CommandProcess.manifest(directory, sql);
    String[] line = new String[5 + options.length];
    System.arraycopy(new String[] {"run", "-f", manifest.toString(), "--for", "1s"}, 0, line, 0, 5);
    System.arraycopy(options, 0, line, 5, options.length);
    Ended ended = CommandProcess.run(line);
    assertThat(ended.status()).as(ended.messages()).isZero();
    return ended;
  }
}
