// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.agent.exec.group;

import dev.surefoot.agent.exec.value.TextValue;
import java.util.Arrays;

/** Numbers texts from 0, equal ones alike; bounded in bytes. */
public final class TextDictionary {
  private static final int FIRST_CAPACITY = 64;

  private final int maxBytes;
  private byte[] bytes = new byte[1024];
  private int end;
  // Where text i begins; it ends where the next one does.
  private int[] starts = new int[FIRST_CAPACITY + 1];
  private int[] places = new int[2 * FIRST_CAPACITY];
  private int size;

  /** An empty dictionary that takes at most {@code maxBytes} of text. */
  public TextDictionary(int maxBytes) {
    this.maxBytes = maxBytes;
  }

  /** The text's number, a new one where it is new; -1 where there is no place for it. */
  public int number(TextValue text) {
    int mask = places.length - 1;
    int place = hash(text.bytes(), 0, text.length()) & mask;
    while (places[place] != 0) {
      int id = places[place] - 1;
      if (compare(id, text) == 0) {
        return id;
      }
      place = (place + 1) & mask;
    }
    return add(text, place);
  }

  /** Order of a known text and another one, byte by byte as unsigned. */
  public int compare(int id, TextValue text) {
    return Arrays.compareUnsigned(
        bytes, starts[id], starts[id + 1], text.bytes(), 0, text.length());
  }

  /** Copies a text. */
  public void get(int id, TextValue text) {
    text.clear();
    text.append(bytes, starts[id], starts[id + 1] - starts[id]);
  }

  /** Forgets all texts and keeps the memory. */
  public void clear() {
    Arrays.fill(places, 0);
    size = 0;
    end = 0;
  }

  private int add(TextValue text, int place) {
    int length = text.length();
    if (length > maxBytes - end) {
      return -1;
    }
    if (end + length > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(end + length, 2 * bytes.length));
    }
    if (size + 1 == starts.length) {
      starts = Arrays.copyOf(starts, 2 * starts.length);
    }
    System.arraycopy(text.bytes(), 0, bytes, end, length);
    end += length;
    places[place] = ++size;
    starts[size] = end;
    if (2 * size > places.length) {
      growIndex();
    }
    return size - 1;
  }

  private void growIndex() {
    places = new int[2 * places.length];
    int mask = places.length - 1;
    for (int id = 0; id < size; id++) {
      int place = hash(bytes, starts[id], starts[id + 1]) & mask;
      while (places[place] != 0) {
        place = (place + 1) & mask;
      }
      places[place] = id + 1;
    }
  }

  private static int hash(byte[] bytes, int from, int to) {
    long hash = (long) to - from;
    for (int i = from; i < to; i++) {
      hash = hash * 31 + bytes[i];
    }
    return Hashing.hash(hash);
  }
}
