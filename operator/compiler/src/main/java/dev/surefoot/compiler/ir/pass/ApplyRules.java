// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.ir.pass;

import dev.surefoot.compiler.ir.Block;
import dev.surefoot.compiler.ir.BlockLabel;
import dev.surefoot.compiler.ir.BpfFunction;
import dev.surefoot.compiler.ir.Statement;
import dev.surefoot.compiler.ir.Value;
import dev.surefoot.compiler.ir.analysis.ControlFlow;
import dev.surefoot.compiler.ir.analysis.Definitions;
import dev.surefoot.compiler.ir.analysis.Facts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Rewrites each statement by the first rule that applies. */
public final class ApplyRules implements Pass {
  private final List<Rule> rules;

  /** These rules, tried in this order. */
  public ApplyRules(List<Rule> rules) {
    this.rules = List.copyOf(rules);
  }

  /** These rules, tried in this order. */
  public ApplyRules(Rule... rules) {
    this(List.of(rules));
  }

  @Override
  public BpfFunction apply(BpfFunction function) {
    ControlFlow flow = ControlFlow.of(function);
    Rewriting rewriting =
        new Rewriting(Definitions.of(function), Facts.of(flow), function.valueLimit());
    Substitution substitution = new Substitution();
    Map<BlockLabel, Block> rewritten = new HashMap<>();
    for (Block block : flow.order()) {
      rewriting.enter(block.label());
      for (Statement statement : block.statements()) {
        rewrite(substitution.of(statement), rewriting, substitution);
      }
      rewritten.put(block.label(), block.withStatements(rewriting.takeEmitted()));
    }
    return substitution.isEmpty()
        ? function
        : function.withBlocks(
            function.blocks().stream()
                .filter(block -> rewritten.containsKey(block.label()))
                .map(block -> substitution.of(rewritten.get(block.label())))
                .toList());
  }

  private void rewrite(Statement statement, Rewriting rewriting, Substitution substitution) {
    rewriting.at(statement);
    for (Rule rule : rules) {
      Optional<Value> standIn = rule.apply(statement, rewriting);
      if (standIn.isPresent()) {
        substitution.put(statement.result(), standIn.get());
        return;
      }
    }
    rewriting.keep(statement);
  }
}
