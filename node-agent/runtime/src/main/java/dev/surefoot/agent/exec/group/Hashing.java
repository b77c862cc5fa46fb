// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.agent.exec.group;

/** Hashes of longs for open addressing; high and low bits are equally good. */
public final class Hashing {
  private static final long FIRST_FACTOR = 0x9E3779B97F4A7C15L;
  private static final long SECOND_FACTOR = 0xBF58476D1CE4E5B9L;

  private Hashing() {}

  /** Hash of one word. */
  public static int hash(long word) {
    return finish(mix(0, word));
  }

  /** Takes another word in. */
  static long mix(long hash, long word) {
    long mixed = (hash ^ word) * FIRST_FACTOR;
    return mixed ^ mixed >>> 32;
  }

  static int finish(long hash) {
    long mixed = hash * SECOND_FACTOR;
    return (int) (mixed >>> 32);
  }
}
