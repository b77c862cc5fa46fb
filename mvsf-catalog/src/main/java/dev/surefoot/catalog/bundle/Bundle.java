// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.catalog.bundle;

import java.util.List;

/**
 * A compiled program: its ladder, cheapest rung first; the last one is made of minimum
 * verifier-safe functions only.
 */
public record Bundle(String name, List<Rung> ladder) {
  public Bundle {
    ladder = List.copyOf(ladder);
    if (ladder.isEmpty()) {
      throw new IllegalArgumentException("a bundle has at least the rung of MVSFs");
    }
  }
}
