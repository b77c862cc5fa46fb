// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.split;

/** Where the kernel keeps a CPU's partial aggregates. */
public sealed interface GroupForm {
  /** How people call it. */
  String label();

  /**
   * Slots that a small integer key addresses; a key beyond them shares the slot of its low bits.
   * What leaves a slot goes through the ring buffer.
   *
   * @param slots a power of two
   */
  record DenseSlots(int slots) implements GroupForm {
    @Override
    public String label() {
      return "dense-slots";
    }
  }

  /**
   * Slots that a hash of the key addresses, each holding one group; the group that leaves a slot is
   * merged into a per-CPU hash.
   *
   * @param slots a power of two
   * @param entries of the hash
   */
  record CachedHash(int slots, int entries) implements GroupForm {
    @Override
    public String label() {
      return "cached-hash";
    }
  }

  /** A per-CPU hash alone. */
  record PerCpuHash(int entries) implements GroupForm {
    @Override
    public String label() {
      return "per-cpu-hash";
    }
  }
}
