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
import dev.surefoot.catalog.layout.Field;
import dev.surefoot.catalog.mvsf.Mvsf;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** One function of the catalog at its hook, and the records that it ships. */
final class RunningFunction implements AutoCloseable {
  // Fields that tell whose record it is: a trigger's doings have its process or thread in one.
  private static final List<String> OWNERS = List.of("pid", "ppid", "prev_pid");

  private final Mvsf function;
  private final LoadedObject object;
  private final MappedRing ring;
  private final AttachResult attachment;
  private final List<Field> owners;
  private final List<RecordValues> records = new ArrayList<>();

  RunningFunction(Mvsf function, LoadedObject object) {
    this.function = function;
    this.object = object;
    this.ring = object.map(KernelStream.RING_MAP).mapRing();
    this.attachment = AttachedBundle.attach(object);
    this.owners = OWNERS.stream().flatMap(name -> function.record().find(name).stream()).toList();
  }

  /** Takes what has been shipped so far; a busy machine's many other records are passed over. */
  void poll(int pid, int tid) {
    int _ =
        ring.consumer()
            .poll(
                (data, offset, length) -> {
                  if (length == function.record().bytes() && isOwn(data, offset, pid, tid)) {
                    records.add(RecordValues.of(function.record(), data, offset));
                  }
                },
                Integer.MAX_VALUE);
  }

  /** Records without an owner are those of cancels, which are rare, so all of them are kept. */
  private boolean isOwn(ByteBuffer data, int offset, int pid, int tid) {
    for (int i = 0; i < owners.size(); i++) {
      int owner = data.getInt(offset + owners.get(i).offset());
      if (owner == pid || owner == tid) {
        return true;
      }
    }
    return owners.isEmpty();
  }

  /** Forgets what was taken, before the next trigger. */
  void forget() {
    records.clear();
  }

  /** Whether the trigger made it ship what it should. */
  boolean isFine(Trigger trigger) {
    return complaints(object.programs().getFirst().statistics(), trigger).isEmpty();
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
