// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.agent.exec.group;

/** The groups of one window, with their texts and the values that were seen of each DISTINCT. */
public final class WindowGroups {
  private final GroupTable table;
  private final TextDictionary texts;
  private final GroupTable[] distincts;
  private final long[] pair = new long[2];

  /** Empty groups. */
  public WindowGroups(int keyWords, int stateWords, int distincts, GroupMemory memory) {
    table = new GroupTable(keyWords, stateWords, memory.maxGroups());
    texts = new TextDictionary(memory.maxTextBytes());
    this.distincts = new GroupTable[distincts];
    for (int i = 0; i < distincts; i++) {
      this.distincts[i] = new GroupTable(2, 0, memory.maxGroups());
    }
  }

  /** The groups. */
  public GroupTable table() {
    return table;
  }

  /** The texts that keys and states name by number. */
  public TextDictionary texts() {
    return texts;
  }

  /** Whether the value is new for this group: 1, 0, or -1 where there is no place to know. */
  int addDistinct(int distinct, int group, long value) {
    pair[0] = group;
    pair[1] = value;
    GroupTable values = distincts[distinct];
    int before = values.size();
    int found = values.find(pair);
    if (found < 0) {
      return -1;
    }
    return found == before ? 1 : 0;
  }

  /** Forgets everything and keeps the memory. */
  public void clear() {
    table.clear();
    texts.clear();
    for (GroupTable values : distincts) {
      values.clear();
    }
  }
}
