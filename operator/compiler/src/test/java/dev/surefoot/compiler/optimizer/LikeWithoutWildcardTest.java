// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.optimizer;

import org.junit.jupiter.api.Test;

class LikeWithoutWildcardTest {
  private final LikeWithoutWildcard rule = new LikeWithoutWildcard();

  @Test
  void fires() {
    RuleTester.on(rule, "comm LIKE 'bash'").becomes("(comm#17 = 'bash')");
  }

  @Test
  void doesNotFireOnWildcards() {
    RuleTester.on(rule, "comm LIKE 'ba%'").doesNotFire();
    RuleTester.on(rule, "comm LIKE 'ba_h'").doesNotFire();
  }
}
