// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.agent.catalogtest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surefoot.catalog.mvsf.Mvsf;
import dev.surefoot.catalog.mvsf.MvsfCatalog;
import dev.surefoot.catalog.profile.KernelProfile;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ExpectationTest {
  private static final Trigger TRIGGER = new Trigger(10, 11, "main", 20, 5, 0, 99, 1000, 2000);
  private static final MvsfCatalog CATALOG =
      MvsfCatalog.of(new KernelProfile("6", "d", 2, 32768, Set.of(), Map.of(), Set.of(), Map.of()));

  @Test
  void everyFunctionHasAnExpectation() {
    for (Mvsf function : CATALOG.functions()) {
      Expectation expectation = Expectation.of(function, TRIGGER);
      assertThat(expectation.key()).as(function.name()).isNotEmpty();
      Set<String> shipped =
          Set.copyOf(function.record().fields().stream().map(field -> field.name()).toList());
      assertThat(shipped).as(function.name()).containsAll(expectation.key().keySet());
    }
  }

  @Test
  void aRightRecordAmongOthersIsEnough() {
    assertThat(complaints("process_exit.event", exit(20, 768, 1500), exit(30, 0, 1500))).isEmpty();
  }

  @Test
  void aWrongValueIsNamed() {
    assertThat(complaints("process_exit.event", exit(20, 0, 1500)))
        .containsExactly("exit_code is 0, not 768");
    assertThat(complaints("process_exit.event", exit(20, 768, 999)))
        .containsExactly("ts is 999, not within [1000, 2000]");
  }

  @Test
  void aMissingRecordIsSaidSo() {
    assertThat(complaints("process_exit.event", exit(30, 768, 1500)))
        .singleElement()
        .asString()
        .startsWith("no record with")
        .endsWith("of 1");
  }

  @Test
  void aRecordThatMustNotBeThereIsSaidSo() {
    assertThat(complaints("system_calls.cancel1")).isEmpty();
    assertThat(complaints("system_calls.cancel1", new RecordValues(Map.of("tid", 20L))))
        .singleElement()
        .asString()
        .endsWith("should not be there");
  }

  private static List<String> complaints(String function, RecordValues... records) {
    return Expectation.of(CATALOG.find(function).orElseThrow(), TRIGGER)
        .complaints(List.of(records), TRIGGER);
  }

  private static RecordValues exit(long tid, long code, long ts) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("tid", tid);
    values.put("pid", tid);
    values.put("ppid", 10L);
    values.put("uid", 0L);
    values.put("exit_code", code);
    values.put("ts", ts);
    return new RecordValues(values);
  }
}
