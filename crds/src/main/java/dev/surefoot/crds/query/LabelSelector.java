// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.crds.query;

import java.util.List;
import java.util.Map;

/** A Kubernetes label selector: all terms must hold; without terms it selects everything. */
public record LabelSelector(Map<String, String> matchLabels, List<Requirement> matchExpressions) {
  /** Selects everything. */
  public static final LabelSelector EVERYTHING = new LabelSelector(Map.of(), List.of());

  /** A term over one label's value. */
  public record Requirement(String key, SetOperator operator, List<String> values) {
    public Requirement {
      values = List.copyOf(values);
    }
  }

  /** How a label's value relates to a requirement's values. */
  public enum SetOperator {
    IN("In", true),
    NOT_IN("NotIn", true),
    EXISTS("Exists", false),
    DOES_NOT_EXIST("DoesNotExist", false);

    private final String symbol;
    private final boolean takesValues;

    SetOperator(String symbol, boolean takesValues) {
      this.symbol = symbol;
      this.takesValues = takesValues;
    }

    /** As a manifest spells it. */
    public String symbol() {
      return symbol;
    }

    /** Whether the requirement lists values (else it must not). */
    public boolean takesValues() {
      return takesValues;
    }
  }

  public LabelSelector {
    matchLabels = Map.copyOf(matchLabels);
    matchExpressions = List.copyOf(matchExpressions);
  }
}
