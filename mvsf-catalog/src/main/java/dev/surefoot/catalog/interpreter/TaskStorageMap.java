// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.catalog.interpreter;

import dev.surefoot.catalog.elf.MapDefinition;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A value for each task, by the task's address. */
public final class TaskStorageMap implements MachineMap {
  private final MapDefinition definition;
  private final Memory memory;
  private final Map<Long, Region> values = new LinkedHashMap<>();

  TaskStorageMap(MapDefinition definition, Memory memory) {
    this.definition = definition;
    this.memory = memory;
  }

  @Override
  public MapDefinition definition() {
    return definition;
  }

  /** The live value of a task, little endian, where it has one. */
  public Optional<ByteBuffer> find(long task) {
    return Optional.ofNullable(values.get(task))
        .map(region -> region.bytes().duplicate().order(ByteOrder.LITTLE_ENDIAN));
  }

  /** The task is gone, and its value with it. */
  public void taskEnded(long task) {
    delete(task);
  }

  /** The address of the task's value; where it has none, of a new one or 0. */
  long get(long task, boolean create) {
    if (create) {
      values.computeIfAbsent(
          task,
          _ ->
              memory.allocate(
                  "value in " + definition.name(), new byte[definition.valueBytes()], true));
    }
    Region region = values.get(task);
    return region == null ? 0 : region.base();
  }

  long delete(long task) {
    Region region = values.remove(task);
    if (region == null) {
      return -Errno.ENOENT;
    }
    memory.retire(region);
    return 0;
  }

  @Override
  public long lookup(byte[] key, int cpu) {
    throw new Fault("task storage is not looked up by key");
  }

  @Override
  public long update(byte[] key, byte[] value, long flags, int cpu) {
    throw new Fault("task storage is not updated by key");
  }

  @Override
  public long delete(byte[] key) {
    throw new Fault("task storage is not deleted by key");
  }
}
