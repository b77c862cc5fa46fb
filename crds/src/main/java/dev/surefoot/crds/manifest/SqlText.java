// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.crds.manifest;

import java.util.ArrayList;
import java.util.List;

/**
 * SQL and where it stands, so that what is wrong in it can be shown where the user wrote it.
 *
 * @param places one for each character of the text, and one for its end
 */
public record SqlText(String text, List<Place> places) {
  public SqlText {
    places = List.copyOf(places);
    if (places.size() != text.length() + 1) {
      throw new IllegalArgumentException(
          places.size() + " places for " + text.length() + " characters and the end");
    }
  }

  /** SQL that is a text of its own, not a part of a manifest. */
  public static SqlText standalone(String source, String text) {
    List<Place> places = new ArrayList<>();
    int line = 1;
    int column = 1;
    for (int offset = 0; offset < text.length(); offset++) {
      places.add(new Place(source, line, column));
      boolean lineEnd = text.charAt(offset) == '\n';
      line += lineEnd ? 1 : 0;
      column = lineEnd ? 1 : column + 1;
    }
    places.add(new Place(source, line, column));
    return new SqlText(text, places);
  }

  /** Where the character at this offset of the SQL stands; beyond the end: the end. */
  public Place place(int offset) {
    return places.get(Math.clamp(offset, 0, text.length()));
  }

  /** Where this line and column of the SQL, both from 1, stand; beyond the text: the end. */
  public Place place(int line, int column) {
    int start = 0;
    for (int at = 1; at < line; at++) {
      int end = text.indexOf('\n', start);
      if (end < 0) {
        return place(text.length());
      }
      start = end + 1;
    }
    return place(start + column - 1);
  }
}
