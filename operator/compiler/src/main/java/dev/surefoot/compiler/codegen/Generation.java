// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.codegen;

/** What comes of generating code: the code, or the limit that it exceeds. */
public sealed interface Generation
    permits GeneratedFunction, StackLimitExceeded, ComplexityLimitExceeded {
  /** The code; throws where a limit was exceeded. */
  default GeneratedFunction orThrow() {
    return switch (this) {
      case GeneratedFunction generated -> generated;
      case StackLimitExceeded(String function, int bytes) ->
          throw new IllegalStateException(
              function + " needs " + bytes + " bytes of stack; the kernel gives 512");
      case ComplexityLimitExceeded(String function, long steps) ->
          throw new IllegalStateException(
              function + " has " + steps + " slots; the verifier walks a million");
    };
  }
}
