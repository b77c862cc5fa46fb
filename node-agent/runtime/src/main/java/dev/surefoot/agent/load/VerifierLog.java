// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.agent.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the verifier wrote about one program (kernel/bpf/verifier.c, log level 1). */
public record VerifierLog(String text) {
  private static final Pattern PROCESSED = Pattern.compile("^processed (\\d+) insns .*");
  private static final Pattern INSTRUCTION = Pattern.compile("^\\d+: \\([0-9a-f]{2}\\).*");
  // "; text @ file:line" since 6.9, "; text" before.
  private static final Pattern SOURCE = Pattern.compile("^; (.*?)(?: @ ([^@]*):(\\d+))?$");
  private static final Pattern STATE =
      Pattern.compile(
          "^(\\d+: )?\\s*(frame\\d+:)?\\s*(R\\d+(_[rwpD]+)?=|fp-?\\d+.*=).*"
              + "|^from \\d+ to \\d+.*"
              + "|^(mark_precise|last_idx|regs=|parent |propagating |caller:|callee:).*"
              + "|^(func#|verification time|stack depth|max_states|\\d+: safe|$).*"
              + "|^-- (BEGIN|END) PROG LOAD LOG --$");

  /** A log without a word. */
  public static final VerifierLog EMPTY = new VerifierLog("");

  /**
   * The user's line that an instruction was made from.
   *
   * @param line its number where the kernel tells it (6.9 and later)
   */
  public record Source(String text, OptionalInt line) {}

  /** The number of instructions that the verifier went through, where the log has it. */
  public OptionalInt processedInstructions() {
    return text.lines()
        .map(PROCESSED::matcher)
        .filter(Matcher::matches)
        .mapToInt(matcher -> Integer.parseInt(matcher.group(1)))
        .findFirst();
  }

  /** The lines that say why: the source line, the last instruction, and what is wrong with it. */
  public List<String> decisiveLines() {
    List<String> lines = untilSummary();
    List<String> decisive = new ArrayList<>();
    int index = lines.size() - 1;
    for (; index >= 0 && !INSTRUCTION.matcher(lines.get(index)).matches(); index--) {
      String line = lines.get(index);
      if (!STATE.matcher(line).matches() && !line.startsWith("; ")) {
        decisive.addFirst(line);
      }
    }
    if (index >= 0) {
      decisive.addFirst(lines.get(index));
      source(lines.subList(0, index)).ifPresent(source -> decisive.addFirst("; " + source.text()));
    }
    return List.copyOf(decisive);
  }

  /** The user's line that the refused instruction stands for, where the log has it. */
  public Optional<Source> source() {
    return source(untilSummary());
  }

  private static Optional<Source> source(List<String> lines) {
    for (String line : lines.reversed()) {
      Matcher matcher = SOURCE.matcher(line);
      if (matcher.matches()) {
        String number = matcher.group(3);
        OptionalInt lineNumber =
            number == null ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(number));
        return Optional.of(new Source(matcher.group(1), lineNumber));
      }
    }
    return Optional.empty();
  }

  private List<String> untilSummary() {
    return text.lines().takeWhile(line -> !PROCESSED.matcher(line).matches()).toList();
  }
}
