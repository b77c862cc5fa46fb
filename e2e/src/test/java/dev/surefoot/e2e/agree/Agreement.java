// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.e2e.agree;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surefoot.catalog.profile.KernelProfile;
import dev.surefoot.compiler.ladder.CompiledRung;
import dev.surefoot.compiler.reference.EventLog;
import dev.surefoot.compiler.reference.ReferenceInterpreter;
import dev.surefoot.compiler.reference.ReferenceInterpreter.ResultRow;
import java.util.List;

/** Compares what rungs make of a log with what the reference says. */
final class Agreement {
  private static final KnownNames NAMES = new KnownNames();

  private final Replay replay;
  private final MachineLog log;
  private final MeantValues values;

  Agreement(MachineLog log, KernelProfile profile, int eventsPerPoll) {
    this.log = log;
    this.replay = new Replay(log, profile.possibleCpus(), eventsPerPoll);
    this.values = new MeantValues(profile);
  }

  /** The query's rows by the reference. */
  List<ResultRow> expected(CompiledQuery query) {
    return ReferenceInterpreter.run(query.meant(), values.log(query.table(), log), NAMES);
  }

  /** What a rung makes of the log. */
  Replay.Result replayed(CompiledRung rung) {
    return replay.run(rung.rung());
  }

  /** Rows that the query has by the reference, after every rung has been found to give them. */
  int check(CompiledQuery query, String seed) {
    EventLog seen = values.log(query.table(), log);
    List<ResultRow> expected = ReferenceInterpreter.run(query.meant(), seen, NAMES);
    List<ResultRow> unlimited = ReferenceInterpreter.run(query.withoutRowLimit(), seen, NAMES);
    assertThat(query.ladder().rungs()).as(query.sql()).isNotEmpty();
    for (CompiledRung rung : query.ladder().rungs()) {
      Replay.Result result = replay.run(rung.rung());
      String description = seed + "\n" + query.sql() + "\nrung " + rung.rung().name();
      assertThat(result.loss().nothingLost()).as("%s\n%s", description, result.loss()).isTrue();
      if (!expected.equals(unlimited)) {
        assertThat(result.rows()).as(description).hasSameSizeAs(expected);
        assertThat(unlimited).as(description).containsAll(result.rows());
      } else if (query.isOrdered()) {
        assertThat(result.rows()).as(description).containsExactlyElementsOf(expected);
      } else {
        assertThat(result.rows()).as(description).containsExactlyInAnyOrderElementsOf(expected);
      }
    }
    return expected.size();
  }
}
