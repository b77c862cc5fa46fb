// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.catalog.mvsf;

import dev.surefoot.catalog.bundle.KernelStream;
import dev.surefoot.catalog.bundle.Loss;
import dev.surefoot.catalog.elf.MapDefinition;
import dev.surefoot.catalog.elf.MapType;
import java.util.List;
import java.util.stream.Stream;

/** The maps that the catalog's programs use. */
final class MvsfMaps {
  /**
   * Name of the sequence numbers: a mapped one-element array with an area of {@link
   * Loss#AREA_BYTES} for each CPU, in it a u64 for each program.
   */
  static final String SEQUENCES = "sequences";

  private MvsfMaps() {}

  /** The CPU areas of a map: a power of two, so that a mask bounds the index for the verifier. */
  static int cpuAreas(int possibleCpus) {
    return possibleCpus <= 1 ? 1 : Integer.highestOneBit(possibleCpus - 1) << 1;
  }

  static List<MapDefinition> perCpu(int possibleCpus) {
    return List.of(areas(KernelStream.LOSS_MAP, possibleCpus), areas(SEQUENCES, possibleCpus));
  }

  static List<MapDefinition> withRing(int ringBytes, List<MapDefinition> others) {
    MapDefinition ring =
        MapDefinition.of(KernelStream.RING_MAP, MapType.RINGBUF, 0, 0, ringBytes, 0);
    return Stream.concat(Stream.of(ring), others.stream()).toList();
  }

  private static MapDefinition areas(String name, int possibleCpus) {
    int bytes = cpuAreas(possibleCpus) * Loss.AREA_BYTES;
    return MapDefinition.of(name, MapType.ARRAY, 4, bytes, 1, MapDefinition.MMAPABLE);
  }
}
