// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.ir.check;

import dev.surefoot.catalog.isa.JumpOp;
import dev.surefoot.compiler.ir.Block;
import dev.surefoot.compiler.ir.BlockLabel;
import dev.surefoot.compiler.ir.HelperCall;
import dev.surefoot.compiler.ir.Operation;
import dev.surefoot.compiler.ir.Statement;
import dev.surefoot.compiler.ir.Terminator;
import dev.surefoot.compiler.ir.Type;
import dev.surefoot.compiler.ir.Value;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** A reserved record is submitted or discarded on every way, once, and not used after. */
final class RecordRules {
  private final Checking checking;
  private final Map<BlockLabel, Set<Value>> held = new HashMap<>();

  private RecordRules(Checking checking) {
    this.checking = checking;
  }

  static void check(Checking checking) {
    RecordRules rules = new RecordRules(checking);
    checking.walked().forEach(rules::check);
  }

  private void check(Block block) {
    for (Value parameter : block.parameters()) {
      if (isRecord(parameter)) {
        throw checking.refuse(block, block.terminator(), "a record cannot be a block's parameter");
      }
    }
    Set<Value> at = new HashSet<>(held.getOrDefault(block.label(), Set.of()));
    for (Statement statement : block.statements()) {
      run(block, statement, at);
    }
    switch (block.terminator()) {
      case Terminator.Exit exit -> {
        if (!at.isEmpty()) {
          throw checking.refuse(block, exit, "record " + at + " is still held");
        }
      }
      case Terminator.Jump jump -> enter(block, jump.edge().target(), at);
      case Terminator.Branch branch -> {
        enter(block, branch.ifTrue().target(), behind(branch, JumpOp.EQ, at));
        enter(block, branch.ifFalse().target(), behind(branch, JumpOp.NE, at));
      }
    }
  }

  /** A record that is null on this way is not held. */
  private static Set<Value> behind(Terminator.Branch branch, JumpOp nullWhere, Set<Value> at) {
    if (branch.op() != nullWhere || !at.contains(branch.left())) {
      return at;
    }
    Set<Value> rest = new HashSet<>(at);
    rest.remove(branch.left());
    return rest;
  }

  private void enter(Block from, BlockLabel target, Set<Value> at) {
    Set<Value> earlier = held.putIfAbsent(target, Set.copyOf(at));
    if (earlier != null && !earlier.equals(at)) {
      throw checking.refuse(
          from,
          from.terminator(),
          "%s is entered with %s held, and with %s".formatted(target, earlier, at));
    }
  }

  private void run(Block block, Statement statement, Set<Value> at) {
    for (Value operand : statement.operation().operands()) {
      if (isRecord(operand) && !at.contains(reservation(operand))) {
        throw checking.refuse(block, statement, operand + " is held no more");
      }
    }
    if (statement.operation() instanceof Operation.Call(HelperCall helper, var arguments)) {
      switch (helper) {
        case RINGBUF_RESERVE -> at.add(statement.result());
        case RINGBUF_SUBMIT, RINGBUF_DISCARD -> at.remove(arguments.getFirst());
        default -> {}
      }
    }
  }

  private Value reservation(Value pointer) {
    return checking.definitions().operation(pointer).orElse(null)
            instanceof Operation.PointerAdd(Value base, _)
        ? reservation(base)
        : pointer;
  }

  private static boolean isRecord(Value value) {
    return value.type() instanceof Type.RingRecord
        || value.type() instanceof Type.OrNull(Type.RingRecord _);
  }
}
