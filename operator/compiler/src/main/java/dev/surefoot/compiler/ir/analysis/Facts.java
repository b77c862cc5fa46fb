// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.ir.analysis;

import dev.surefoot.catalog.isa.AluOp;
import dev.surefoot.catalog.isa.JumpOp;
import dev.surefoot.catalog.isa.MemorySize;
import dev.surefoot.catalog.isa.Width;
import dev.surefoot.compiler.ir.Block;
import dev.surefoot.compiler.ir.BlockLabel;
import dev.surefoot.compiler.ir.Edge;
import dev.surefoot.compiler.ir.Operation;
import dev.surefoot.compiler.ir.Statement;
import dev.surefoot.compiler.ir.Terminator;
import dev.surefoot.compiler.ir.Type;
import dev.surefoot.compiler.ir.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What holds at each block: ranges of numbers, ranges of the offsets that pointers have in their
 * memory, and which pointers are not null. Branches refine the values that they compare, and no
 * others, as in the verifier.
 */
public final class Facts {
  private final ControlFlow flow;
  private final Map<Value, Range> ranges = new HashMap<>();
  private final Map<BlockLabel, AtBlock> atBlocks = new HashMap<>();

  private record AtBlock(Map<Value, Range> refined, Set<Value> notNull, boolean entered) {}

  private Facts(ControlFlow flow) {
    this.flow = flow;
  }

  /** The facts of all reachable blocks. */
  public static Facts of(ControlFlow flow) {
    Facts facts = new Facts(flow);
    for (Block block : flow.order()) {
      facts.enter(block);
      for (Statement statement : block.statements()) {
        facts.ranges.put(statement.result(), facts.range(statement.operation(), block.label()));
      }
    }
    return facts;
  }

  /**
   * The number, or the pointer's offset in its memory, wherever it is known from its definition.
   */
  public Range range(Value value) {
    return ranges.getOrDefault(value, Range.ANY);
  }

  /** The same as seen in a block. */
  public Range range(Value value, BlockLabel block) {
    AtBlock at = atBlocks.get(block);
    Range refined = at == null ? null : at.refined().get(value);
    return refined == null ? range(value) : refined;
  }

  /** Whether a pointer that could be null has been found not to be. */
  public boolean isNotNull(Value value, BlockLabel block) {
    AtBlock at = atBlocks.get(block);
    return at != null && at.notNull().contains(value);
  }

  /** Whether no branch excludes the block by what it compares. */
  public boolean isEntered(BlockLabel block) {
    AtBlock at = atBlocks.get(block);
    return at != null && at.entered();
  }

  /** Whether the block's branch always or never takes its true way. */
  public Optional<Boolean> decide(Terminator.Branch branch, BlockLabel block) {
    boolean numbers =
        branch.left().type() instanceof Type.Scalar && branch.right().type() instanceof Type.Scalar;
    if (numbers) {
      return Refinement.decide(
          branch.op(), branch.width(), range(branch.left(), block), range(branch.right(), block));
    }
    boolean known = isNotNull(branch.left(), block) && range(branch.right()).equals(Range.of(0));
    if (known && branch.op() == JumpOp.EQ) {
      return Optional.of(false);
    }
    return known && branch.op() == JumpOp.NE ? Optional.of(true) : Optional.empty();
  }

  private void enter(Block block) {
    List<AtBlock> ways = new ArrayList<>();
    List<Edge> edges = new ArrayList<>();
    for (BlockLabel from : new HashSet<>(flow.predecessors(block.label()))) {
      Block predecessor = flow.block(from);
      for (int i = 0; i < predecessor.terminator().edges().size(); i++) {
        Edge edge = predecessor.terminator().edges().get(i);
        if (edge.target().equals(block.label())) {
          AtBlock way = behind(predecessor, i == 0);
          if (way.entered()) {
            ways.add(way);
            edges.add(edge);
          }
        }
      }
    }
    atBlocks.put(block.label(), join(ways, flow.predecessors(block.label()).isEmpty()));
    for (int i = 0; i < block.parameters().size(); i++) {
      Range joined = null;
      for (int way = 0; way < ways.size(); way++) {
        Value argument = edges.get(way).arguments().get(i);
        Range range = ways.get(way).refined().getOrDefault(argument, range(argument));
        joined = joined == null ? range : joined.union(range);
      }
      ranges.put(block.parameters().get(i), joined == null ? Range.ANY : joined);
    }
  }

  private static AtBlock join(List<AtBlock> ways, boolean isEntry) {
    if (ways.isEmpty()) {
      return new AtBlock(Map.of(), Set.of(), isEntry);
    }
    Map<Value, Range> refined = new HashMap<>(ways.getFirst().refined());
    Set<Value> notNull = new HashSet<>(ways.getFirst().notNull());
    for (AtBlock way : ways.subList(1, ways.size())) {
      refined.keySet().retainAll(way.refined().keySet());
      refined.replaceAll((value, range) -> range.union(way.refined().get(value)));
      notNull.retainAll(way.notNull());
    }
    return new AtBlock(refined, notNull, true);
  }

  /** What holds on one of the ways out of a block. */
  private AtBlock behind(Block block, boolean holds) {
    AtBlock at = atBlocks.get(block.label());
    if (!(block.terminator() instanceof Terminator.Branch branch)) {
      return at;
    }
    Optional<JumpOp> op = holds ? Optional.of(branch.op()) : branch.op().inverse();
    if (op.isEmpty()) {
      return at;
    }
    Map<Value, Range> refined = new HashMap<>(at.refined());
    Set<Value> notNull = new HashSet<>(at.notNull());
    Range left = range(branch.left(), block.label());
    Range right = range(branch.right(), block.label());
    if (branch.left().type() instanceof Type.Scalar
        && branch.right().type() instanceof Type.Scalar) {
      Range newLeft = Refinement.where(op.get(), branch.width(), left, right);
      Range newRight = Refinement.where(op.get().swapped(), branch.width(), right, left);
      if (newLeft.isEmpty() || newRight.isEmpty()) {
        return new AtBlock(at.refined(), at.notNull(), false);
      }
      refined.put(branch.left(), newLeft);
      refined.put(branch.right(), newRight);
    } else if (op.get() == JumpOp.NE
        && branch.width() == Width.W64
        && branch.right().type() instanceof Type.Scalar
        && right.equals(Range.of(0))) {
      notNull.add(branch.left());
    }
    return new AtBlock(refined, notNull, at.entered());
  }

  private Range range(Operation operation, BlockLabel block) {
    return switch (operation) {
      case Operation.Constant(long value) -> Range.of(value);
      case Operation.Alu(Width width, AluOp op, Value left, Value right) ->
          RangeArithmetic.apply(width, op, range(left, block), range(right, block));
      case Operation.SignExtend(int bits, _) ->
          Range.signed(-(1L << (bits - 1)), (1L << (bits - 1)) - 1);
      case Operation.Load(MemorySize size, boolean signed, _, _) -> loaded(size.bytes(), signed);
      case Operation.CoreLoad(MemorySize size, boolean signed, _, _) ->
          loaded(size.bytes(), signed);
      case Operation.MapValueAddress(_, int offset) -> Range.of(offset);
      case Operation.StackAddress _ -> Range.of(0);
      case Operation.PointerAdd(Value pointer, Value offset) ->
          RangeArithmetic.apply(Width.W64, AluOp.ADD, range(pointer, block), range(offset, block));
      case Operation.Call(var helper, _) ->
          switch (helper.result()) {
            case MAP_VALUE_OR_NULL, RING_RECORD_OR_NULL -> Range.of(0);
            case SCALAR, CURRENT_TASK, NOTHING -> Range.ANY;
          };
      // The verifier of 5.10 knows nothing of swapped bytes.
      case Operation.ByteSwap _,
          Operation.Context _,
          Operation.MapAddress _,
          Operation.CoreValue _,
          Operation.Store _,
          Operation.AtomicAdd _ ->
          Range.ANY;
    };
  }

  private static Range loaded(int bytes, boolean signed) {
    if (bytes == 8) {
      return Range.ANY;
    }
    int bits = 8 * bytes;
    return signed
        ? Range.signed(-(1L << (bits - 1)), (1L << (bits - 1)) - 1)
        : Range.unsigned(0, (1L << bits) - 1);
  }
}
