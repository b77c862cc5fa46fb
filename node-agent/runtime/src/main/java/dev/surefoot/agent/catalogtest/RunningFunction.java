// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.agent.catalogtest;

import dev.surefoot.agent.attach.AttachResult;
import dev.surefoot.agent.attach.AttachedBundle;
import dev.surefoot.agent.load.LoadedObject;
import dev.surefoot.agent.load.LoadedProgram;
import dev.surefoot.agent.load.ProgramStatistics;
import dev.surefoot.agent.memory.MappedRing;
import dev.surefoot.catalog.bundle.KernelStream;
import dev.surefoot.catalog.mvsf.Mvsf;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** One function of the catalog at its hook, and the records that it ships. */
final class RunningFunction implements AutoCloseable {
  // More than enough for one trigger; a busy machine's records beyond them are passed over.
  private static final int MOST_RECORDS = 20_000;

  private final Mvsf function;
  private final LoadedObject object;
  private final MappedRing ring;
  private final AttachResult attachment;
  private final List<RecordValues> records = new ArrayList<>();

  RunningFunction(Mvsf function, LoadedObject object) {
    this.function = function;
    this.object = object;
    this.ring = object.map(KernelStream.RING_MAP).mapRing();
    this.attachment = AttachedBundle.attach(object);
  }

  /** Takes what has been shipped so far. */
  void poll() {
    int _ =
        ring.consumer()
            .poll(
                (data, offset, length) -> {
                  if (records.size() < MOST_RECORDS && length == function.record().bytes()) {
                    records.add(RecordValues.of(function.record(), data, offset));
                  }
                },
                Integer.MAX_VALUE);
  }

  void detach() {
    if (attachment instanceof AttachResult.Attached(AttachedBundle attached)) {
      attached.detach();
    }
  }

  /** What there is to say of it after it was detached. */
  CatalogReport.Row row(Trigger trigger) {
    LoadedProgram program = object.programs().getFirst();
    ProgramStatistics statistics = program.statistics();
    List<String> complaints = complaints(statistics, trigger);
    return new CatalogReport.Row(
        function.name(),
        program.section(),
        true,
        complaints.isEmpty(),
        OptionalInt.of(statistics.translatedInstructions()),
        program.processedInstructions(),
        statistics.runs() == 0
            ? OptionalDouble.empty()
            : OptionalDouble.of((double) statistics.runNanos() / statistics.runs()),
        complaints);
  }

  private List<String> complaints(ProgramStatistics statistics, Trigger trigger) {
    if (attachment instanceof AttachResult.Refused(var _, String section, var errno)) {
      return List.of("cannot be attached to " + section + ": " + errno.text());
    }
    if (statistics.runs() == 0) {
      return List.of("did not run when its hook was triggered");
    }
    return Expectation.of(function, trigger).complaints(records, trigger);
  }

  @Override
  public void close() {
    detach();
    ring.close();
    object.close();
  }
}
