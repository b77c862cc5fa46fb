// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.agent.exec;

import java.nio.ByteBuffer;

/** Testing memory with a ring that is replayed. */
final class ReplayedMemory implements KernelMemory {
  private final TestingKernelMemory memory = new TestingKernelMemory(2);
  private final ReplayedRing ring;

  ReplayedMemory(ReplayedRing ring) {
    this.ring = ring;
  }

  /** Adds the value of a mapped array. */
  ByteBuffer addArea(String map, int size) {
    return memory.addArea(map, size);
  }

  @Override
  public int cpus() {
    return memory.cpus();
  }

  @Override
  public ByteBuffer area(String map) {
    return memory.area(map);
  }

  @Override
  public PartialHash hash(String map) {
    return memory.hash(map);
  }

  @Override
  public RecordRing ring() {
    return ring;
  }
}
