// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.ir.check;

import dev.surefoot.compiler.ir.Block;
import dev.surefoot.compiler.ir.BpfFunction;
import dev.surefoot.compiler.ir.Statement;
import java.util.List;

/** The type rules of the IR; each kind of rule is a class of its own. */
public final class TypeChecker {
  private TypeChecker() {}

  /**
   * Returns where the function is well typed.
   *
   * @throws IllTypedException with the first place that is not, and the reason
   */
  public static void check(BpfFunction function) {
    DefinitionRules.check(function);
    Checking checking = Checking.of(function);
    List<StatementRule> rules =
        List.of(
            new ArithmeticRules(checking), new MemoryRules(checking), new ArgumentRules(checking));
    for (Block block : checking.walked()) {
      for (Statement statement : block.statements()) {
        for (StatementRule rule : rules) {
          rule.check(block, statement);
        }
      }
      TerminatorRules.check(checking, block);
    }
    FrameRules.check(checking);
    RecordRules.check(checking);
  }

  /** A rule about single statements. */
  interface StatementRule {
    void check(Block block, Statement statement);
  }
}
