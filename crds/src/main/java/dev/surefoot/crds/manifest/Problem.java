// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.crds.manifest;

import java.util.Optional;

/**
 * What is wrong with a manifest, where, and what to do about it.
 *
 * @param excerpt the line at {@code place}; empty where the whole file is meant
 */
public record Problem(
    Place place, Reason reason, String message, String excerpt, Optional<String> hint) {
  /** Kinds of problem. */
  public enum Reason {
    UNREADABLE,
    EMPTY,
    SYNTAX,
    TAB,
    WRONG_TYPE,
    UNKNOWN_FIELD,
    DUPLICATE_FIELD,
    MISSING_FIELD,
    WRONG_API_VERSION,
    WRONG_KIND,
    BAD_VALUE
  }

  /** Place, message, the line with a mark below the place, and the hint. */
  public String show() {
    StringBuilder text = new StringBuilder();
    text.append(place).append(": ").append(message).append('\n');
    if (!excerpt.isBlank()) {
      // Tabs stay tabs, so that the mark stands below its character on any terminal.
      String indent = excerpt.substring(0, Math.min(place.column() - 1, excerpt.length()));
      text.append("  | ").append(excerpt).append('\n');
      text.append("  | ").append(indent.replaceAll("[^\t]", " ")).append("^\n");
    }
    hint.ifPresent(value -> text.append("  hint: ").append(value).append('\n'));
    return text.toString();
  }
}
