// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.crds.manifest;

import dev.surefoot.crds.manifest.Problem.Reason;
import dev.surefoot.crds.query.Budget;
import dev.surefoot.crds.query.ByteCount;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads {@code spec.budget}. */
final class BudgetReader {
  private static final List<String> KNOWN =
      List.of("probeEffect", "kernelMemory", "maxEventsPerSecond");
  private static final Pattern PERCENT = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,6})?%");
  private static final Pattern COUNT = Pattern.compile("[0-9]{1,18}");

  private final Problems problems;

  BudgetReader(Problems problems) {
    this.problems = problems;
  }

  Budget read(Node node) {
    Fields fields = Fields.of(node, "spec.budget", KNOWN, problems);
    return new Budget(
        fields.get("probeEffect").map(this::share).orElse(OptionalDouble.empty()),
        fields.get("kernelMemory").flatMap(this::bytes),
        fields.get("maxEventsPerSecond").map(this::count).orElse(OptionalLong.empty()));
  }

  private OptionalDouble share(Node node) {
    String path = "spec.budget.probeEffect";
    Optional<String> text = Scalars.quantity(node, path, problems);
    if (text.isEmpty()) {
      return OptionalDouble.empty();
    }
    if (PERCENT.matcher(text.get()).matches()) {
      double share = Double.parseDouble(text.get().replace("%", "")) / 100;
      if (share <= 1) {
        return OptionalDouble.of(share);
      }
    }
    bad(node, path, text.get(), "a percentage from 0% to 100%, for example 2%");
    return OptionalDouble.empty();
  }

  private Optional<ByteCount> bytes(Node node) {
    String path = "spec.budget.kernelMemory";
    Optional<String> text = Scalars.quantity(node, path, problems);
    Optional<ByteCount> bytes = text.flatMap(ByteCount::parse);
    if (text.isPresent() && bytes.isEmpty()) {
      bad(node, path, text.get(), "an amount of memory, for example 32Mi");
    }
    return bytes;
  }

  private OptionalLong count(Node node) {
    String path = "spec.budget.maxEventsPerSecond";
    Optional<String> text = Scalars.quantity(node, path, problems);
    if (text.isEmpty()) {
      return OptionalLong.empty();
    }
    if (COUNT.matcher(text.get()).matches() && Long.parseLong(text.get()) > 0) {
      return OptionalLong.of(Long.parseLong(text.get()));
    }
    bad(node, path, text.get(), "a whole number of at least 1, for example 100000");
    return OptionalLong.empty();
  }

  private void bad(Node node, String path, String given, String allowed) {
    problems.add(
        node,
        Reason.BAD_VALUE,
        "%s is '%s', which is not allowed".formatted(path, given),
        "give " + allowed);
  }
}
