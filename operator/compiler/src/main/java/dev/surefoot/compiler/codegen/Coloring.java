// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.codegen;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/**
 * Gives nodes machine registers, optimistically (Briggs, Cooper, Torczon: Improvements to graph
 * coloring register allocation, 1994): nodes with few neighbours come last, of the others the
 * cheapest to spill.
 */
final class Coloring {
  /** Argument registers before those that survive calls: each of the latter costs a push. */
  private static final int[] ORDER = {1, 2, 3, 4, 5, 0, 6, 7, 8, 9};

  private final Interference graph;
  private final int[] colors;
  private final List<Integer> uncolored = new ArrayList<>();

  private Coloring(Interference graph) {
    this.graph = graph;
    colors = new int[graph.registers()];
    for (int i = 0; i < colors.length; i++) {
      colors[i] = i <= MachineRegisters.FRAME ? i : -1;
    }
  }

  /** Colors a graph; {@code affinities} are the copies that want both sides the same. */
  static Coloring of(Interference graph, IntToDoubleFunction spillCost, List<Copy> affinities) {
    Coloring coloring = new Coloring(graph);
    Deque<Integer> stack = coloring.simplify(spillCost);
    while (!stack.isEmpty()) {
      coloring.select(stack.pop(), affinities);
    }
    return coloring;
  }

  /** Nodes that found no register. */
  List<Integer> uncolored() {
    return uncolored;
  }

  /** The machine register of a register. */
  int color(int register) {
    return colors[graph.node(register)];
  }

  private Deque<Integer> simplify(IntToDoubleFunction spillCost) {
    BitSet left = new BitSet();
    BitSet easy = new BitSet();
    int[] degree = new int[graph.registers()];
    for (int i = MachineRegisters.FIRST_VIRTUAL; i < graph.registers(); i++) {
      if (graph.isNode(i)) {
        left.set(i);
        degree[i] = graph.neighbours(i).cardinality();
        easy.set(i, degree[i] < MachineRegisters.ALLOCATABLE);
      }
    }
    Deque<Integer> stack = new ArrayDeque<>();
    while (!left.isEmpty()) {
      int next = easy.isEmpty() ? cheapest(left, degree, spillCost) : easy.nextSetBit(0);
      left.clear(next);
      easy.clear(next);
      stack.push(next);
      BitSet neighbours = graph.neighbours(next);
      for (int n = neighbours.nextSetBit(0); n >= 0; n = neighbours.nextSetBit(n + 1)) {
        degree[n]--;
        if (degree[n] < MachineRegisters.ALLOCATABLE && left.get(n)) {
          easy.set(n);
        }
      }
    }
    return stack;
  }

  private static int cheapest(BitSet left, int[] degree, IntToDoubleFunction spillCost) {
    int cheapest = -1;
    double lowest = Double.POSITIVE_INFINITY;
    for (int node = left.nextSetBit(0); node >= 0; node = left.nextSetBit(node + 1)) {
      double cost = spillCost.applyAsDouble(node) / degree[node];
      if (cheapest < 0 || cost < lowest) {
        cheapest = node;
        lowest = cost;
      }
    }
    return cheapest;
  }

  private void select(int node, List<Copy> affinities) {
    BitSet taken = new BitSet(MachineRegisters.FIRST_VIRTUAL);
    BitSet neighbours = graph.neighbours(node);
    for (int n = neighbours.nextSetBit(0); n >= 0; n = neighbours.nextSetBit(n + 1)) {
      if (colors[n] >= 0) {
        taken.set(colors[n]);
      }
    }
    for (Copy copy : affinities) {
      int partner = copy.partnerOf(node, graph);
      if (partner >= 0
          && colors[partner] >= 0
          && colors[partner] < MachineRegisters.FRAME
          && !taken.get(colors[partner])) {
        colors[node] = colors[partner];
        return;
      }
    }
    for (int color : ORDER) {
      if (!taken.get(color)) {
        colors[node] = color;
        return;
      }
    }
    uncolored.add(node);
  }
}
