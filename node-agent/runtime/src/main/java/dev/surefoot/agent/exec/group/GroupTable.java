// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.agent.exec.group;

import java.util.Arrays;

/**
 * Groups by a key of several words, each with words of state that begin as zeros. Open addressing
 * over an index; the groups themselves lie one behind the other in the order in which they came.
 */
public final class GroupTable {
  private static final int FIRST_CAPACITY = 64;

  private final int keyWords;
  private final int stride;
  private final int maxGroups;
  private long[] words;
  // Index of a group plus one; 0 where the place is free.
  private int[] places = new int[2 * FIRST_CAPACITY];
  private int size;

  /** An empty table that takes at most {@code maxGroups}. */
  public GroupTable(int keyWords, int stateWords, int maxGroups) {
    this.keyWords = keyWords;
    this.stride = keyWords + stateWords;
    this.maxGroups = maxGroups;
    words = new long[FIRST_CAPACITY * Math.max(1, stride)];
  }

  /** Number of groups; they are numbered from 0. */
  public int size() {
    return size;
  }

  /** The array that holds keys and states; another one after a group was added. */
  public long[] words() {
    return words;
  }

  /** Where a group's key begins in {@link #words}. */
  public int keyAt(int group) {
    return group * stride;
  }

  /** Where a group's state begins in {@link #words}. */
  public int stateAt(int group) {
    return group * stride + keyWords;
  }

  /** The group with this key, made where there is none; -1 where there is no place for another. */
  public int find(long[] key) {
    int mask = places.length - 1;
    int place = hash(key, 0) & mask;
    while (places[place] != 0) {
      int group = places[place] - 1;
      if (equal(key, group * stride)) {
        return group;
      }
      place = (place + 1) & mask;
    }
    return add(key, place);
  }

  /** Removes all groups and keeps the memory. */
  public void clear() {
    Arrays.fill(places, 0);
    size = 0;
  }

  private int add(long[] key, int place) {
    if (size == maxGroups) {
      return -1;
    }
    int at = size * stride;
    if (at + stride > words.length) {
      words = Arrays.copyOf(words, words.length * 2);
    }
    System.arraycopy(key, 0, words, at, keyWords);
    Arrays.fill(words, at + keyWords, at + stride, 0);
    places[place] = ++size;
    if (2 * size > places.length) {
      growIndex();
    }
    return size - 1;
  }

  private void growIndex() {
    places = new int[2 * places.length];
    int mask = places.length - 1;
    for (int group = 0; group < size; group++) {
      int place = hash(words, group * stride) & mask;
      while (places[place] != 0) {
        place = (place + 1) & mask;
      }
      places[place] = group + 1;
    }
  }

  private int hash(long[] key, int at) {
    long hash = 0;
    for (int i = 0; i < keyWords; i++) {
      hash = Hashing.mix(hash, key[at + i]);
    }
    return Hashing.finish(hash);
  }

  private boolean equal(long[] key, int at) {
    for (int i = 0; i < keyWords; i++) {
      if (words[at + i] != key[i]) {
        return false;
      }
    }
    return true;
  }
}
