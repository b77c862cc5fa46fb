// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.e2e.agree;

import dev.surefoot.agent.exec.KernelMemory;
import dev.surefoot.agent.exec.PartialHash;
import dev.surefoot.agent.exec.RecordReader;
import dev.surefoot.agent.exec.RecordRing;
import dev.surefoot.catalog.bundle.KernelStream;
import dev.surefoot.catalog.interpreter.BpfMachine;
import dev.surefoot.catalog.interpreter.HashTableMap;
import dev.surefoot.catalog.interpreter.RingMap;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The interpreter's maps as the execution reads them. */
final class MachineMemory implements KernelMemory {
  private final BpfMachine machine;
  private final int cpus;
  private final Ring ring;

  MachineMemory(BpfMachine machine, int cpus) {
    this.machine = machine;
    this.cpus = cpus;
    this.ring = new Ring(machine.ring(KernelStream.RING_MAP));
  }

  @Override
  public int cpus() {
    return cpus;
  }

  @Override
  public ByteBuffer area(String map) {
    return machine.array(map).area();
  }

  @Override
  public PartialHash hash(String map) {
    return new Hash(machine.hash(map), cpus);
  }

  @Override
  public RecordRing ring() {
    return ring;
  }

  /** Records that were read. */
  long records() {
    return ring.records;
  }

  private static ByteBuffer direct(int bytes) {
    return ByteBuffer.allocateDirect(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static final class Ring implements RecordRing {
    private final RingMap map;
    private final ByteBuffer data = direct(1 << 16);
    private long consumed;
    private long records;

    Ring(RingMap map) {
      this.map = map;
    }

    @Override
    public long produced() {
      return consumed + map.usedBytes();
    }

    @Override
    public boolean drain(long until, RecordReader reader) {
      // Programs run only between the execution's calls, so nothing is behind the position.
      consumed = produced();
      for (byte[] bytes : map.consume()) {
        records++;
        data.put(0, bytes);
        reader.record(data, 0, bytes.length);
      }
      return true;
    }
  }

  private record Hash(HashTableMap map, int cpus) implements PartialHash {
    @Override
    public void read(EntryReader reader) {
      int stride = Math.ceilDiv(map.definition().valueBytes(), Long.BYTES) * Long.BYTES;
      ByteBuffer keyBytes = direct(map.definition().keyBytes());
      ByteBuffer values = direct(stride * cpus);
      for (byte[] key : map.keys()) {
        keyBytes.put(0, key);
        for (int cpu = 0; cpu < cpus; cpu++) {
          ByteBuffer value = map.find(key, cpu).orElseThrow();
          values.put(cpu * stride, value, 0, map.definition().valueBytes());
        }
        reader.entry(keyBytes, 0, values, 0);
      }
    }

    @Override
    public void delete(ByteBuffer key, int keyOffset) {
      byte[] bytes = new byte[map.definition().keyBytes()];
      key.get(keyOffset, bytes);
      long _ = map.delete(bytes);
    }
  }
}
