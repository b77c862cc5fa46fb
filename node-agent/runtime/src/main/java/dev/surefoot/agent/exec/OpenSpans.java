// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.agent.exec;

import dev.surefoot.agent.exec.group.Hashing;

/**
 * The open spans by key, with words of values. Open addressing; the place of a span that was closed
 * is kept for its key, since the same thread soon opens the next one, and given up when the table
 * is built again.
 */
final class OpenSpans {
  private static final int FIRST_CAPACITY = 1024;
  private static final int KEY = 0;
  private static final int STATE = 1;
  private static final int VALUES = 2;
  private static final long FREE = 0;
  private static final long CLOSED = 1;

  private final int stride;
  private final int maxSpans;
  private long[] words;
  private int capacity = FIRST_CAPACITY;
  private int used;
  private int open;
  // An open span has this state. Another number makes all that are open closed at once.
  private long openState = 2;

  OpenSpans(int valueWords, int maxSpans) {
    stride = VALUES + valueWords;
    this.maxSpans = maxSpans;
    words = new long[capacity * stride];
  }

  /** The array that holds the values; another one after a span was opened. */
  long[] words() {
    return words;
  }

  /** Spans that are open. */
  int open() {
    return open;
  }

  /** Opens a span, in place of an open one; where its values go, or -1 where there is no room. */
  int open(long key) {
    int at = find(key);
    if (words[at + STATE] == FREE) {
      if (2 * (used + 1) > capacity) {
        if (open >= maxSpans) {
          return -1;
        }
        rebuild();
        at = find(key);
      }
      used++;
      words[at + KEY] = key;
    }
    if (words[at + STATE] != openState) {
      words[at + STATE] = openState;
      open++;
    }
    return at + VALUES;
  }

  /** Closes a span; where its values are, or -1 where none is open. */
  int close(long key) {
    int at = find(key);
    if (words[at + STATE] != openState) {
      return -1;
    }
    words[at + STATE] = CLOSED;
    open--;
    return at + VALUES;
  }

  /** Closes all spans and answers how many were open. */
  int abandon() {
    int abandoned = open;
    openState++;
    open = 0;
    return abandoned;
  }

  /** The place of a key, or the free one where it would be. */
  private int find(long key) {
    int mask = capacity - 1;
    int place = Hashing.hash(key) & mask;
    while (true) {
      int at = place * stride;
      if (words[at + STATE] == FREE || words[at + KEY] == key) {
        return at;
      }
      place = (place + 1) & mask;
    }
  }

  private void rebuild() {
    long[] old = words;
    capacity = 4 * open > capacity ? 2 * capacity : capacity;
    words = new long[Math.multiplyExact(capacity, stride)];
    used = open;
    for (int from = 0; from < old.length; from += stride) {
      if (old[from + STATE] == openState) {
        int to = find(old[from + KEY]);
        System.arraycopy(old, from, words, to, stride);
      }
    }
  }
}
