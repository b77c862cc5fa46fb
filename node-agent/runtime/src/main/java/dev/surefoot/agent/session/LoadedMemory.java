// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.agent.session;

import dev.surefoot.agent.exec.KernelMemory;
import dev.surefoot.agent.exec.PartialHash;
import dev.surefoot.agent.load.LoadedObject;
import dev.surefoot.agent.memory.MappedRegion;
import dev.surefoot.catalog.bundle.KernelStream;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;

/** The maps of a loaded object as the execution reads them. */
final class LoadedMemory implements KernelMemory, AutoCloseable {
  private final LoadedObject object;
  private final int possibleCpus;
  private final Map<String, MappedRegion> areas = new HashMap<>();
  private final LoadedRing ring;

  LoadedMemory(LoadedObject object, int possibleCpus) {
    this.object = object;
    this.possibleCpus = possibleCpus;
    this.ring = new LoadedRing(object.map(KernelStream.RING_MAP).mapRing());
  }

  @Override
  public int cpus() {
    return possibleCpus;
  }

  @Override
  public ByteBuffer area(String map) {
    return areas.computeIfAbsent(map, name -> object.map(name).mapMemory()).bytes();
  }

  @Override
  public PartialHash hash(String map) {
    return new LoadedHash(object.map(map), possibleCpus);
  }

  @Override
  public LoadedRing ring() {
    return ring;
  }

  @Override
  public void close() {
    areas.values().forEach(MappedRegion::close);
    ring.close();
  }
}
