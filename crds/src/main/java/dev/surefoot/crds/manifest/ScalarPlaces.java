// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.crds.manifest;

import java.util.ArrayList;
import java.util.List;
import org.snakeyaml.engine.v2.common.ScalarStyle;

/**
 * Finds where each character of a YAML scalar's value stands in the manifest. YAML takes away
 * indentation, folds line ends into spaces and replaces escapes; walking value and text side by
 * side undoes that without a second YAML scanner.
 */
final class ScalarPlaces {
  private final SourceText source;
  private final ScalarStyle style;
  private int at;

  private ScalarPlaces(SourceText source, ScalarStyle style, int start) {
    this.source = source;
    this.style = style;
    this.at = start;
  }

  /** One place for each character of the value and one for its end. */
  static List<Place> of(SourceText source, String value, ScalarStyle style, int start) {
    ScalarPlaces walk = new ScalarPlaces(source, style, start);
    walk.skipOpening();
    List<Place> places = new ArrayList<>();
    value.chars().forEach(c -> places.add(walk.next((char) c)));
    places.add(source.place(Math.min(walk.at, source.text().length())));
    return places;
  }

  /** Goes past the opening quote, or past the block header's line ({@code |2- # why}). */
  private void skipOpening() {
    switch (style) {
      case SINGLE_QUOTED, DOUBLE_QUOTED -> at++;
      case LITERAL, FOLDED -> at = lineEnd() + 1;
      case PLAIN, JSON_SCALAR_STYLE -> {}
    }
  }

  private int lineEnd() {
    int end = source.text().indexOf('\n', at);
    return end < 0 ? source.text().length() : end;
  }

  private Place next(char c) {
    if (c == '\n' && style != ScalarStyle.DOUBLE_QUOTED) {
      return lineBreak();
    }
    if (!Character.isWhitespace(c)) {
      skipWhitespace();
    }
    Place place = source.place(Math.min(at, source.text().length()));
    at += lengthInText(c);
    return place;
  }

  private Place lineBreak() {
    at = lineEnd();
    Place place = source.place(at);
    at = Math.min(at + 1, source.text().length());
    return place;
  }

  private void skipWhitespace() {
    while (at < source.text().length() && Character.isWhitespace(source.text().charAt(at))) {
      at++;
    }
  }

  private int lengthInText(char c) {
    String text = source.text();
    if (style == ScalarStyle.SINGLE_QUOTED && c == '\'') {
      return 2;
    }
    if (style == ScalarStyle.DOUBLE_QUOTED && text.startsWith("\\", at)) {
      return 2;
    }
    return 1;
  }
}
