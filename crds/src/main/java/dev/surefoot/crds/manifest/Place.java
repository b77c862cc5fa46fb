// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.crds.manifest;

/**
 * A place in a manifest.
 *
 * @param source the file as the user named it, or {@code <stdin>}
 * @param line from 1; 0 where the whole file is meant
 * @param column from 1, in characters; 0 where the whole file is meant
 */
public record Place(String source, int line, int column) {
  /** The file as a whole. */
  public static Place wholeOf(String source) {
    return new Place(source, 0, 0);
  }

  @Override
  public String toString() {
    return line == 0 ? source : source + ":" + line + ":" + column;
  }
}
