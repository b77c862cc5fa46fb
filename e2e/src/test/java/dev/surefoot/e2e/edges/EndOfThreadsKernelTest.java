// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.e2e.edges;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surefoot.catalog.bundle.Rung;
import dev.surefoot.compiler.split.TestingPlans;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Threads that die or change inside a call, at every rung. Numbers of calls are x86-64's.
 *
 * <p>A signal that kills first ends the call that it interrupts: the kernel runs the hook of the
 * return with a result that no process ever sees (include/linux/errno.h), and then the thread dies.
 */
@Tag("kernel")
class EndOfThreadsKernelTest {
  private static final long READ = 0;
  private static final long PAUSE = 34;
  private static final long NANOSLEEP = 35;
  private static final long EXECVE = 59;
  private static final long GETPPID = 110;
  private static final long EXIT_GROUP = 231;
  private static final long ERESTARTSYS = -512;
  private static final long ERESTARTNOHAND = -514;
  private static final long ERESTART_RESTARTBLOCK = -516;
  private static final int TID = 0;
  private static final int NUMBER = 1;
  private static final int RESULT = 2;

  @TempDir private static Path directory;
  private static Path program;

  @BeforeAll
  static void compile() throws IOException, InterruptedException {
    program = Child.compile(directory);
  }

  /** A rung and its index in the ladders of a query, which differ only in the process. */
  record Place(int index, String name) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Place> rungs() {
    List<Rung> rungs = rungsFor(1);
    return IntStream.range(0, rungs.size()).mapToObj(i -> new Place(i, rungs.get(i).name()));
  }

  private static List<Rung> rungsFor(long pid) {
    String sql = "SELECT tid, syscall_number, ret FROM system_calls WHERE pid = " + pid;
    return Observation.rungs(sql, TestingPlans.profile());
  }

  @ParameterizedTest
  @MethodSource("rungs")
  void aDeadThreadDoesNotConfuseTheNextOneWithItsId(Place place)
      throws IOException, InterruptedException {
    Seen seen = observe(place, "killed");

    // The exit_group of the second process has no end; the third one's first event is an end.
    assertThat(seen.calls(GETPPID)).hasSize(3 + 5 + 2);
    assertThat(seen.calls(EXIT_GROUP)).isEmpty();
    assertThat(seen.results(NANOSLEEP)).containsExactly(ERESTART_RESTARTBLOCK);
    assertThat(seen.rows()).hasSize(10 + 1);
  }

  @ParameterizedTest
  @MethodSource("rungs")
  void exitGroupMakesNoRowAndInterruptsTheCallsOfOtherThreads(Place place)
      throws IOException, InterruptedException {
    Seen seen = observe(place, "exit-group");

    long reader = seen.printed().getFirst();
    assertThat(seen.calls(EXIT_GROUP)).isEmpty();
    assertThat(seen.calls(GETPPID)).containsExactly(reader, reader, reader);
    assertThat(seen.observation().where(TID, reader))
        .filteredOn(row -> row.get(NUMBER) == READ)
        .extracting(row -> row.get(RESULT))
        .containsExactly(ERESTARTSYS);
  }

  @ParameterizedTest
  @MethodSource("rungs")
  void anExecOfTheLeaderIsOneRow(Place place) throws IOException, InterruptedException {
    Seen seen = observe(place, "exec-leader");

    assertThat(seen.calls(EXECVE)).containsExactly(seen.pid());
    assertThat(seen.calls(GETPPID)).containsExactly(seen.pid(), seen.pid(), seen.pid());
  }

  @ParameterizedTest
  @MethodSource("rungs")
  void anExecOfAnotherThreadIsNone(Place place) throws IOException, InterruptedException {
    Seen seen = observe(place, "exec-thread");

    assertThat(seen.calls(EXECVE)).isEmpty();
    assertThat(seen.results(PAUSE)).as("the leader's call").containsExactly(ERESTARTNOHAND);
    assertThat(seen.calls(GETPPID)).containsExactly(seen.pid(), seen.pid(), seen.pid());
  }

  private static Seen observe(Place place, String what) throws IOException, InterruptedException {
    try (Child child = Child.start(program, what)) {
      Rung rung = rungsFor(child.observedPid()).get(place.index());
      List<List<Long>> printed = new ArrayList<>();
      Observation observation = Observation.of(rung, () -> printed.add(child.go()));
      assertThat(observation.isComplete()).as("%s", observation.report()).isTrue();
      return new Seen(child.observedPid(), printed.getFirst(), observation);
    }
  }

  /** What was seen of a child, and what it printed. */
  private record Seen(long pid, List<Long> printed, Observation observation) {
    List<Observation.Row> rows() {
      return observation.rows();
    }

    /** The threads of the rows of a call. */
    List<Long> calls(long number) {
      return observation.where(NUMBER, number).stream().map(row -> row.get(TID)).toList();
    }

    /** The results of a call. */
    List<Long> results(long number) {
      return observation.where(NUMBER, number).stream().map(row -> row.get(RESULT)).toList();
    }
  }
}
