// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.agent.catalogtest;

import dev.surefoot.agent.load.ObjectLoader;
import dev.surefoot.catalog.elf.MapType;
import dev.surefoot.catalog.isa.Helper;
import dev.surefoot.catalog.profile.Operation;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalDouble;

/** Measures what operations cost on this kernel. */
public final class CostMeasurement {
  private static final double BYTES_PER_KIB = 1024;

  private final ObjectLoader loader;
  private final CostProbe probe;

  /** A measurement through this loader. */
  public CostMeasurement(ObjectLoader loader) {
    this.loader = loader;
    this.probe = new CostProbe(loader);
  }

  /**
   * Ns by operation. An operation that this kernel does not have, or that is lost in noise, is
   * missing; so is {@link Operation#USER_EVENT}, which is not the kernel's.
   */
  public Map<Operation, Double> costs() {
    Map<Operation, Double> costs = new EnumMap<>(Operation.class);
    for (Operation operation : Operation.values()) {
      nanos(operation).ifPresent(nanos -> costs.put(operation, nanos));
    }
    return costs;
  }

  private OptionalDouble nanos(Operation operation) {
    return switch (operation) {
      case PROGRAM_ENTRY -> EntryCost.nanos(loader);
      case CLOCK -> probe.nanos(CostPrograms.helper(Helper.KTIME_GET_NS));
      case CURRENT_PID_TGID -> probe.nanos(CostPrograms.helper(Helper.GET_CURRENT_PID_TGID));
      case CURRENT_UID_GID -> probe.nanos(CostPrograms.helper(Helper.GET_CURRENT_UID_GID));
      case CURRENT_COMM -> probe.nanos(CostPrograms.comm());
      case CURRENT_CGROUP_ID -> probe.nanos(CostPrograms.helper(Helper.GET_CURRENT_CGROUP_ID));
      case CURRENT_CPU -> probe.nanos(CostPrograms.helper(Helper.GET_SMP_PROCESSOR_ID));
      case PROBE_READ -> probe.nanos(CostPrograms.probeRead());
      case TYPED_LOAD -> probe.nanos(CostPrograms.typedLoad());
      case HASH_LOOKUP -> probe.nanos(CostPrograms.lookup(MapType.HASH));
      case HASH_UPDATE -> probe.nanos(CostPrograms.update(MapType.HASH));
      case HASH_DELETE -> deletion(MapType.HASH);
      case PERCPU_HASH_LOOKUP -> probe.nanos(CostPrograms.lookup(MapType.PERCPU_HASH));
      case PERCPU_HASH_UPDATE -> probe.nanos(CostPrograms.update(MapType.PERCPU_HASH));
      case ARRAY_LOOKUP -> probe.nanos(CostPrograms.lookup(MapType.ARRAY));
      case TASK_STORAGE_GET -> probe.nanos(CostPrograms.storageGet());
      case TASK_STORAGE_DELETE ->
          difference(CostPrograms.storageGetAndDelete(), CostPrograms.storageGet());
      case RINGBUF_RESERVE_SUBMIT -> probe.nanos(CostPrograms.ringReserveSubmit());
      case RINGBUF_OUTPUT_KIB ->
          scaled(
              difference(CostPrograms.ringOutput(), CostPrograms.ringReserveSubmit()),
              BYTES_PER_KIB / CostPrograms.OUTPUT_BYTES);
      case INSTRUCTION ->
          scaled(probe.nanos(CostPrograms.instructions()), 1.0 / CostPrograms.INSTRUCTIONS);
      case USER_EVENT -> OptionalDouble.empty();
    };
  }

  /** An entry has to be put in before it can be deleted. */
  private OptionalDouble deletion(MapType type) {
    return difference(CostPrograms.updateAndDelete(type), CostPrograms.update(type));
  }

  private OptionalDouble difference(CostProgram more, CostProgram less) {
    OptionalDouble moreNanos = probe.nanos(more);
    OptionalDouble lessNanos = probe.nanos(less);
    return moreNanos.isPresent() && lessNanos.isPresent()
        ? OptionalDouble.of(Math.max(0, moreNanos.getAsDouble() - lessNanos.getAsDouble()))
        : OptionalDouble.empty();
  }

  private static OptionalDouble scaled(OptionalDouble nanos, double factor) {
    return nanos.isPresent() ? OptionalDouble.of(nanos.getAsDouble() * factor) : nanos;
  }
}
