// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.ir.pass;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surefoot.compiler.ir.BpfFunction;
import dev.surefoot.compiler.ir.FunctionBuilder;
import dev.surefoot.compiler.ir.Printer;
import java.util.function.Consumer;

/** Applies one pass to a function. */
final class PassTester {
  private final Pass pass;

  private PassTester(Pass pass) {
    this.pass = pass;
  }

  static PassTester of(Pass pass) {
    return new PassTester(pass);
  }

  Case on(Consumer<FunctionBuilder> body) {
    FunctionBuilder b = new FunctionBuilder("f");
    body.accept(b);
    return new Case(pass, b.finish());
  }

  record Case(Pass pass, BpfFunction function) {
    /** The blocks that come out, unused constants dropped and values numbered anew. */
    void becomes(String blocks) {
      BpfFunction result = Renumber.apply(new EliminateDeadCode().apply(pass.apply(function)));
      assertThat(Printer.print(result)).isEqualTo("function f\n" + blocks);
    }

    void doesNotFire() {
      assertThat(pass.apply(function)).isEqualTo(function);
    }
  }
}
