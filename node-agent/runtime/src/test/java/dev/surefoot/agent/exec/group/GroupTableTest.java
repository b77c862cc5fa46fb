// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.agent.exec.group;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surefoot.agent.exec.value.TextValue;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class GroupTableTest {
  @Property(tries = 30)
  void keysAreNumberedInTheOrderInWhichTheyCome(@ForAll long seed) {
    Random random = new Random(seed);
    GroupTable table = new GroupTable(2, 1, 1 << 20);
    for (int round = 0; round < 2; round++) {
      Map<String, Integer> model = new HashMap<>();
      long[] counts = new long[3000];
      int keys = 1 + random.nextInt(3000);
      for (int i = 0; i < 20_000; i++) {
        long number = random.nextInt(keys);
        long[] key = {number << 40, -number};
        int group = table.find(key);
        Integer before = model.putIfAbsent(key[0] + "/" + key[1], group);
        assertThat(group).isEqualTo(before == null ? model.size() - 1 : before);
        table.words()[table.stateAt(group)]++;
        counts[group]++;
      }
      assertThat(table.size()).isEqualTo(model.size());
      for (int group = 0; group < table.size(); group++) {
        assertThat(table.words()[table.stateAt(group)]).isEqualTo(counts[group]);
      }
      table.clear();
    }
  }

  @Test
  void fullTableStillFindsWhatItHas() {
    GroupTable table = new GroupTable(1, 0, 2);
    assertThat(table.find(new long[] {5})).isZero();
    assertThat(table.find(new long[] {6})).isEqualTo(1);
    assertThat(table.find(new long[] {7})).isEqualTo(-1);
    assertThat(table.find(new long[] {6})).isEqualTo(1);
  }

  @Test
  void withoutKeysThereIsOneGroup() {
    GroupTable table = new GroupTable(0, 1, 10);
    assertThat(table.find(new long[0])).isZero();
    assertThat(table.find(new long[0])).isZero();
    assertThat(table.size()).isEqualTo(1);
  }

  @Property(tries = 30)
  void textsAreNumberedAlikeWhenEqual(@ForAll long seed) {
    Random random = new Random(seed);
    TextDictionary dictionary = new TextDictionary(1 << 20);
    Map<String, Integer> model = new HashMap<>();
    TextValue got = new TextValue(0);
    for (int i = 0; i < 5000; i++) {
      String text = "x".repeat(random.nextInt(5)) + random.nextInt(800);
      int id = dictionary.number(TextValue.of(text));
      Integer before = model.putIfAbsent(text, id);
      assertThat(id).isEqualTo(before == null ? model.size() - 1 : before);
      dictionary.get(id, got);
      assertThat(got).hasToString(text);
    }
  }

  @Test
  void dictionaryIsBoundedInBytes() {
    TextDictionary dictionary = new TextDictionary(5);
    assertThat(dictionary.number(TextValue.of("abc"))).isZero();
    assertThat(dictionary.number(TextValue.of("def"))).isEqualTo(-1);
    assertThat(dictionary.number(TextValue.of("de"))).isEqualTo(1);
    assertThat(dictionary.number(TextValue.of("abc"))).isZero();
  }
}
