// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.catalog.mvsf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.surefoot.catalog.asm.AssembledFunction;
import dev.surefoot.catalog.asm.FunctionPrinter;
import dev.surefoot.catalog.bundle.KernelStream;
import dev.surefoot.catalog.elf.MapDefinition;
import dev.surefoot.catalog.golden.Golden;
import dev.surefoot.catalog.layout.Field;
import dev.surefoot.catalog.schema.Half;
import dev.surefoot.catalog.schema.Tables;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MvsfCatalogTest {
  @Test
  void everyHalfAndEveryCancelHasAFunction() {
    assertThat(MvsfCatalog.of(Profiles.NEW).functions())
        .extracting(Mvsf::name)
        .containsExactly(
            "system_calls.open",
            "system_calls.close",
            "system_calls.cancel0",
            "system_calls.cancel1",
            "process_exec.event",
            "process_exit.event",
            "sched_switches.event");
  }

  @ParameterizedTest
  @MethodSource("functions")
  void codeIsAsAccepted(Mvsf function) {
    Golden.check("mvsf/" + function.name(), FunctionPrinter.print(function.program().entry()));
  }

  static List<Mvsf> functions() {
    return MvsfCatalog.of(Profiles.NEW).functions();
  }

  @Test
  void recordHasHeaderThenColumnsWithoutCpuTwice() {
    Mvsf close = MvsfCatalog.of(Profiles.NEW).find("system_calls.close").orElseThrow();
    assertThat(close.record().fields())
        .extracting(Field::name)
        .containsExactly(
            "stream",
            "cpu",
            "sequence",
            "ts",
            "exit_ts",
            "ret",
            "pid",
            "tid",
            "ppid",
            "uid",
            "gid",
            "comm",
            "cgroup_id",
            "mntns");
    assertThat(close.hook().section()).isEqualTo("tp_btf/sys_exit");
    assertThat(close.program().name()).isEqualTo("system_calls_close");
  }

  @Test
  void cancelShipsTimeAndKey() {
    Mvsf cancel = MvsfCatalog.of(Profiles.NEW).find("system_calls.cancel1").orElseThrow();
    assertThat(cancel.record().fields())
        .extracting(Field::name)
        .containsExactly("stream", "cpu", "sequence", "ts", "tid");
    assertThat(cancel.hook().event()).isEqualTo("sched_process_exec");
  }

  @Test
  void streamsOfATableFollowTheFirst() {
    TablePrograms programs = MvsfCatalog.programsFor(Tables.SYSTEM_CALLS, Profiles.NEW, 7);
    assertThat(programs.streams()).extracting(KernelStream.Events::id).containsExactly(7, 8, 9, 10);
    assertThat(programs.function(Half.CLOSE).stream()).isEqualTo(8);
    assertThat(programs.cancelStreams()).containsExactly(9, 10);
    assertThat(programs.programs()).hasSize(4);
    assertThat(programs.maps(1 << 20))
        .extracting(MapDefinition::name)
        .containsExactly("rows", "loss", "sequences");
    assertThatThrownBy(() -> programs.function(Half.EVENT)).hasMessageContaining("EVENT");
  }

  @Test
  void valueIsHadInTheWayThatTheKernelAllows() {
    assertThat(prevState(Profiles.NEW)).contains("r0 = *(u64 *)(r6 +24)");
    assertThat(prevState(Profiles.RENAMED)).contains("offset of task_struct.__state");
    assertThat(prevState(Profiles.OLD)).contains("offset of task_struct___state.state");
  }

  @Test
  void cpuAreasAreAPowerOfTwo() {
    assertThat(MvsfMaps.cpuAreas(1)).isEqualTo(1);
    assertThat(MvsfMaps.cpuAreas(2)).isEqualTo(2);
    assertThat(MvsfMaps.cpuAreas(3)).isEqualTo(4);
    assertThat(MvsfMaps.cpuAreas(128)).isEqualTo(128);
  }

  @Test
  void objectOfAFunctionIsComplete() {
    Mvsf open = MvsfCatalog.of(Profiles.NEW).find("system_calls.open").orElseThrow();
    assertThat(open.object(4096).license()).isEqualTo("GPL");
    assertThat(open.object(4096).maps().getFirst().maxEntries()).isEqualTo(4096);
    assertThat(open.object(4096).programs()).containsExactly(open.program());
  }

  private static String prevState(dev.surefoot.catalog.profile.KernelProfile profile) {
    AssembledFunction function =
        MvsfCatalog.of(profile).find("sched_switches.event").orElseThrow().program().entry();
    String code = FunctionPrinter.print(function);
    int start = code.indexOf("; sched_switches: prev_state");
    return code.substring(start, code.indexOf(';', code.indexOf("; sched_switches: preempted")));
  }
}
