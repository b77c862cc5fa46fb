// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.catalog.golden;

import java.util.List;

/** Differences of two texts by lines: {@code -} expected, {@code +} actual. */
final class LineDiff {
  private LineDiff() {}

  static String of(List<String> expected, List<String> actual) {
    int[][] common = commonLengths(expected, actual);
    StringBuilder out = new StringBuilder();
    int i = 0;
    int j = 0;
    while (i < expected.size() || j < actual.size()) {
      boolean same =
          i < expected.size() && j < actual.size() && expected.get(i).equals(actual.get(j));
      if (same) {
        out.append("  ").append(expected.get(i)).append('\n');
        i++;
        j++;
      } else if (j == actual.size()
          || (i < expected.size() && common[i + 1][j] >= common[i][j + 1])) {
        out.append("- ").append(expected.get(i++)).append('\n');
      } else {
        out.append("+ ").append(actual.get(j++)).append('\n');
      }
    }
    return out.toString();
  }

  /** At [i][j] the length of the longest common subsequence from line i and j on. */
  private static int[][] commonLengths(List<String> expected, List<String> actual) {
    int[][] common = new int[expected.size() + 1][actual.size() + 1];
    for (int i = expected.size() - 1; i >= 0; i--) {
      for (int j = actual.size() - 1; j >= 0; j--) {
        common[i][j] =
            expected.get(i).equals(actual.get(j))
                ? common[i + 1][j + 1] + 1
                : Math.max(common[i + 1][j], common[i][j + 1]);
      }
    }
    return common;
  }
}
