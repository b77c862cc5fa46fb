// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.agent.exec;

import dev.surefoot.catalog.bundle.KernelStream;
import dev.surefoot.catalog.bundle.Loss;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Plain memory that tests write as programs would. */
public final class TestingKernelMemory implements KernelMemory {
  private final int cpus;
  private final TestingRing ring = new TestingRing();
  private final Map<String, ByteBuffer> areas = new ConcurrentHashMap<>();
  private final Map<String, TestingHash> hashes = new ConcurrentHashMap<>();

  /** Memory with loss counters and control area. */
  public TestingKernelMemory(int cpus) {
    this.cpus = cpus;
    addArea(KernelStream.LOSS_MAP, cpus * Loss.AREA_BYTES);
    addArea(KernelStream.CONTROL_MAP, KernelStream.CONTROL.bytes());
  }

  /** Zeroed little-endian memory. */
  public static ByteBuffer bytes(int size) {
    return ByteBuffer.allocateDirect(size).order(ByteOrder.LITTLE_ENDIAN);
  }

  /** Adds the value of a mapped array. */
  public ByteBuffer addArea(String map, int size) {
    ByteBuffer area = bytes(size);
    areas.put(map, area);
    return area;
  }

  /** Adds a hash. */
  public TestingHash addHash(String map, int keyBytes, int valueBytes) {
    TestingHash hash = new TestingHash(keyBytes, valueBytes, cpus);
    hashes.put(map, hash);
    return hash;
  }

  /** A program on this CPU counts a loss. */
  public void lose(Loss loss, int cpu, long count) {
    ByteBuffer area = areas.get(KernelStream.LOSS_MAP);
    int offset = cpu * Loss.AREA_BYTES + loss.ordinal() * Long.BYTES;
    SharedMemory.setRelease(area, offset, area.getLong(offset) + count);
  }

  /** Windows up to which partials have been consumed. */
  public long consumedUntil() {
    return SharedMemory.getAcquire(areas.get(KernelStream.CONTROL_MAP), 0);
  }

  @Override
  public int cpus() {
    return cpus;
  }

  @Override
  public ByteBuffer area(String map) {
    return areas.get(map);
  }

  @Override
  public TestingHash hash(String map) {
    return hashes.get(map);
  }

  @Override
  public TestingRing ring() {
    return ring;
  }
}
