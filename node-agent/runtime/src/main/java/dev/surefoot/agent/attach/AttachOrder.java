// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.agent.attach;

import dev.surefoot.agent.load.LoadedProgram;
import dev.surefoot.catalog.schema.Table;
import dev.surefoot.catalog.schema.Tables;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The order in which programs are attached: whatever ends a span before whatever opens one. Were
 * openings first, a thread could end unseen between the two and leave an open span, which the next
 * thread of the same id would close. A closing without an opening makes no row.
 */
final class AttachOrder {
  private static final Set<String> OPENING_EVENTS = openingEvents();

  private AttachOrder() {}

  /** The programs, openings last, else as they were. */
  static List<LoadedProgram> of(List<LoadedProgram> programs) {
    return programs.stream()
        .sorted(Comparator.comparing(program -> opensSpan(program.section())))
        .toList();
  }

  /** Whether a program of this section ({@code tp_btf/sys_enter}) is at a span table's opening. */
  static boolean opensSpan(String section) {
    return OPENING_EVENTS.contains(section.substring(section.lastIndexOf('/') + 1));
  }

  private static Set<String> openingEvents() {
    return Tables.all().stream()
        .map(Table::shape)
        .filter(Table.Shape.Span.class::isInstance)
        .map(shape -> ((Table.Shape.Span) shape).open().event())
        .collect(Collectors.toUnmodifiableSet());
  }
}
