// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.crds.manifest;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.snakeyaml.engine.v2.exceptions.Mark;

/** A manifest's text with its lines. */
final class SourceText {
  private final String name;
  private final String text;
  private final List<Integer> lineStarts = new ArrayList<>(List.of(0));

  SourceText(String name, String text) {
    this.name = name;
    this.text = text;
    for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', end + 1)) {
      lineStarts.add(end + 1);
    }
  }

  String name() {
    return name;
  }

  String text() {
    return text;
  }

  Place place(int offset) {
    int found = Collections.binarySearch(lineStarts, offset);
    int line = found >= 0 ? found : -found - 2;
    return new Place(name, line + 1, offset - lineStarts.get(line) + 1);
  }

  Place place(Mark mark) {
    return place(offset(mark));
  }

  /** Marks count code points, strings count chars. */
  int offset(Mark mark) {
    int line = Math.min(mark.getLine(), lineStarts.size() - 1);
    int start = lineStarts.get(line);
    int inLine = text.codePointCount(start, text.length());
    return text.offsetByCodePoints(start, Math.min(mark.getColumn(), inLine));
  }

  /** The text of a line, without its end. */
  String line(Place place) {
    if (place.line() == 0) {
      return "";
    }
    int start = lineStarts.get(place.line() - 1);
    int end = text.indexOf('\n', start);
    return text.substring(start, end < 0 ? text.length() : end).stripTrailing();
  }
}
