// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.ir.pass;

import dev.surefoot.compiler.ir.HelperCall;
import dev.surefoot.compiler.ir.Operation;
import dev.surefoot.compiler.ir.Type;
import dev.surefoot.compiler.ir.Value;

/** What operations change and on what they depend. */
final class Purity {
  private Purity() {}

  /** Whether the result depends on nothing but the operands, in one run of the program. */
  static boolean isPure(Operation operation) {
    return switch (operation) {
      case Operation.Constant _,
          Operation.Context _,
          Operation.MapAddress _,
          Operation.MapValueAddress _,
          Operation.StackAddress _,
          Operation.CoreValue _,
          Operation.Alu _,
          Operation.SignExtend _,
          Operation.ByteSwap _,
          Operation.PointerAdd _ ->
          true;
      // Programs cannot write into the context of a tracing hook.
      case Operation.Load(_, _, Value pointer, _) -> pointer.type() instanceof Type.Context;
      case Operation.Call(HelperCall helper, _) -> helper.effect() == HelperCall.Effect.FIXED;
      case Operation.CoreLoad _, Operation.Store _, Operation.AtomicAdd _ -> false;
    };
  }

  /** Whether the operation may go where nobody uses its result. */
  static boolean isRemovable(Operation operation) {
    return switch (operation) {
      case Operation.Load _, Operation.CoreLoad _ -> true;
      case Operation.Call(HelperCall helper, _) -> helper.effect() != HelperCall.Effect.WRITES;
      case Operation.Store _, Operation.AtomicAdd _ -> false;
      case Operation.Constant _,
          Operation.Context _,
          Operation.MapAddress _,
          Operation.MapValueAddress _,
          Operation.StackAddress _,
          Operation.CoreValue _,
          Operation.Alu _,
          Operation.SignExtend _,
          Operation.ByteSwap _,
          Operation.PointerAdd _ ->
          true;
    };
  }
}
