// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.crds.manifest;

import dev.surefoot.crds.manifest.Problem.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.Node;

/** Collects what is wrong with one manifest. */
final class Problems {
  private final SourceText source;
  private final List<Problem> found = new ArrayList<>();

  Problems(SourceText source) {
    this.source = source;
  }

  SourceText source() {
    return source;
  }

  List<Problem> found() {
    return found;
  }

  void add(Node node, Reason reason, String message, String hint) {
    add(placeOf(node), reason, message, Optional.of(hint));
  }

  void add(Node node, Reason reason, String message) {
    add(placeOf(node), reason, message, Optional.empty());
  }

  void add(Place place, Reason reason, String message, Optional<String> hint) {
    found.add(new Problem(place, reason, message, source.line(place), hint));
  }

  private Place placeOf(Node node) {
    return node.getStartMark().map(source::place).orElseGet(() -> Place.wholeOf(source.name()));
  }
}
