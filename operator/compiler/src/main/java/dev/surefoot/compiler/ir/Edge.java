// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.ir;

import java.util.List;

/** The way to a block, with a value for each of its parameters. */
public record Edge(BlockLabel target, List<Value> arguments) {
  public Edge {
    arguments = List.copyOf(arguments);
  }
}
