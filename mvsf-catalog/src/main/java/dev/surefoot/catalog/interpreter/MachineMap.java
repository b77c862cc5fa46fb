// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.catalog.interpreter;

import dev.surefoot.catalog.elf.MapDefinition;

/** A map of the machine, as helpers see it. */
sealed interface MachineMap permits ArrayMap, HashTableMap, RingMap, TaskStorageMap {
  /** {@code BPF_NOEXIST}: only where the key is not there. */
  long NO_EXIST = 1;

  /** {@code BPF_EXIST}: only where the key is there. */
  long EXIST = 2;

  /** How it was declared. */
  MapDefinition definition();

  /** The address of the value that a program on this CPU sees; 0 where there is none. */
  long lookup(byte[] key, int cpu);

  /** Sets the value that a program on this CPU sees; 0 or a negative errno. */
  long update(byte[] key, byte[] value, long flags, int cpu);

  /** Removes the key; 0 or a negative errno. */
  long delete(byte[] key);
}
