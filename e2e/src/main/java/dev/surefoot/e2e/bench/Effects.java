// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.e2e.bench;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Compares measurements of one workload. */
final class Effects {
  private final Workload.Measure measure;
  private final List<Measurement> measurements;

  Effects(Workload.Measure measure, List<Measurement> measurements) {
    this.measure = measure;
    this.measurements = measurements;
  }

  /** Nanoseconds that the peer adds to a call; empty where no calls were timed. */
  OptionalDouble addedNanos(Measurement measurement) {
    return switch (measure) {
      case OPERATIONS_PER_SECOND -> OptionalDouble.empty();
      case NANOS_PER_CALL -> {
        Optional<Measurement> alone = find("none", Query.NONE);
        yield alone.isEmpty()
            ? OptionalDouble.empty()
            : OptionalDouble.of(measurement.series().median() - alone.get().series().median());
      }
    };
  }

  /** The share of its speed that the workload loses, in percent. */
  OptionalDouble probeEffectPercent(Measurement measurement) {
    return find("none", Query.NONE)
        .map(alone -> percent(alone.series().median(), measurement.series().median()))
        .map(OptionalDouble::of)
        .orElse(OptionalDouble.empty());
  }

  private double percent(double alone, double beside) {
    return switch (measure) {
      case OPERATIONS_PER_SECOND -> 100 * (1 - beside / alone);
      case NANOS_PER_CALL -> 100 * (1 - alone / beside);
    };
  }

  /** What the peer adds to a call, by what the usual C for the same query adds. */
  OptionalDouble ratioToUsual(Measurement measurement) {
    Query query =
        measurement.peer().query() == Query.NONE ? Query.QUERY_1 : measurement.peer().query();
    OptionalDouble added = addedNanos(measurement);
    OptionalDouble usual =
        find(Peers.USUAL_C, query).map(this::addedNanos).orElse(OptionalDouble.empty());
    return added.isPresent() && usual.isPresent() && usual.getAsDouble() > 0
        ? OptionalDouble.of(added.getAsDouble() / usual.getAsDouble())
        : OptionalDouble.empty();
  }

  private Optional<Measurement> find(String name, Query query) {
    return measurements.stream()
        .filter(each -> each.peer().name().equals(name) && each.peer().query() == query)
        .findFirst();
  }
}
