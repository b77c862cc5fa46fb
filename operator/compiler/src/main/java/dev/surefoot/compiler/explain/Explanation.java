// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.explain;

import dev.surefoot.catalog.elf.MapDefinition;
import dev.surefoot.catalog.elf.ProgramDefinition;
import dev.surefoot.compiler.ladder.CompiledLadder;
import dev.surefoot.compiler.ladder.CompiledRung;
import dev.surefoot.compiler.ladder.DroppedCandidate;
import dev.surefoot.compiler.plan.LogicalPlan;
import dev.surefoot.compiler.plan.PlanPrinter;
import java.util.List;
import java.util.Locale;

/** The text of an explanation. */
public final class Explanation {
  private final StringBuilder out = new StringBuilder();

  private Explanation() {}

  /**
   * Explains a ladder.
   *
   * @param chosen index of the rung that runs, or would run
   */
  public static String print(LogicalPlan plan, CompiledLadder ladder, int chosen) {
    Explanation explanation = new Explanation();
    CompiledRung rung = ladder.rungs().get(chosen);
    explanation.section("Plan", PlanPrinter.print(plan));
    explanation.splits(ladder, chosen);
    explanation.section(
        "User space: " + rung.rung().name(), StageText.print(rung.rung().userPlan()));
    explanation.reasons(ladder, rung);
    explanation.section("Maps", maps(rung.rung().object().maps()));
    for (ProgramDefinition program : rung.rung().object().programs()) {
      explanation.section(
          program.name() + " at " + program.section() + size(rung, program),
          Listing.print(program.entry()));
    }
    return explanation.out.toString();
  }

  private void section(String title, String text) {
    out.append(out.isEmpty() ? "" : "\n").append(title).append('\n');
    text.lines().forEach(line -> out.append("  ").append(line).append('\n'));
  }

  private void splits(CompiledLadder ladder, int chosen) {
    StringBuilder table = new StringBuilder();
    table.append(String.format(Locale.ROOT, "  %-50s %10s %10s%n", "", "kernel ns", "user ns"));
    for (int i = 0; i < ladder.rungs().size(); i++) {
      var cost = ladder.rungs().get(i).candidate().cost();
      table.append(
          String.format(
              Locale.ROOT,
              "%s %2d %-46s %10.1f %10.1f%n",
              i == chosen ? ">" : " ",
              i,
              ladder.rungs().get(i).rung().name(),
              cost.kernelNanos(),
              cost.userNanos()));
    }
    for (DroppedCandidate dropped : ladder.dropped()) {
      table.append("   - ").append(dropped.candidate().name());
      table.append(": ").append(dropped.reason()).append('\n');
    }
    section("Splits, by estimated cost of one row", table.toString());
  }

  private void reasons(CompiledLadder ladder, CompiledRung rung) {
    List<String> reasons = StayReasons.of(ladder.pipeline(), rung.candidate().cut());
    if (!reasons.isEmpty()) {
      section("Why it is there", String.join("\n", reasons));
    }
  }

  private static String maps(List<MapDefinition> maps) {
    StringBuilder text = new StringBuilder();
    for (MapDefinition map : maps) {
      text.append(
          String.format(
              Locale.ROOT,
              "%-12s %-13s key %3d  value %7d  entries %d%n",
              map.name(),
              map.type().name().toLowerCase(Locale.ROOT),
              map.keyBytes(),
              map.valueBytes(),
              map.maxEntries()));
    }
    return text.toString();
  }

  private static String size(CompiledRung rung, ProgramDefinition program) {
    String instructions = ": " + program.entry().instructions().size() + " instructions";
    return rung.functions().stream()
        .filter(function -> function.code().name().equals(program.name()))
        .findFirst()
        .map(
            function ->
                String.format(
                    Locale.ROOT,
                    "%s, about %.0f run each time, %d bytes of stack",
                    instructions,
                    function.expectedInstructions(),
                    function.stackBytes()))
        .orElse(instructions);
  }
}
