// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.catalog.interpreter;

import dev.surefoot.catalog.asm.AssembledFunction;
import dev.surefoot.catalog.asm.CoreAccess;
import dev.surefoot.catalog.elf.MapDefinition;
import dev.surefoot.catalog.elf.ProgramDefinition;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;

/**
 * A machine that runs BPF programs over maps which keep their contents from run to run. Not for use
 * by several threads.
 */
public final class BpfMachine {
  private static final long DEFAULT_BUDGET = 1_000_000;

  private final Memory memory = new Memory();
  private final MapTable maps;
  private final Linker linker;
  private final IdentityHashMap<ProgramDefinition, List<LinkedFunction>> linked =
      new IdentityHashMap<>();
  private long budget = DEFAULT_BUDGET;
  private Observer observer = Observer.NONE;
  private long executed;

  /** A machine of one CPU whose kernel types are as programs declare them. */
  public BpfMachine(List<MapDefinition> maps) {
    this(maps, 1, new DeclaredTypes());
  }

  /**
   * A machine with these maps, empty or zero.
   *
   * @param cpus number of CPUs: copies of per-CPU values
   * @param kernelTypes answers the programs' questions about kernel types
   */
  public BpfMachine(List<MapDefinition> maps, int cpus, ToLongFunction<CoreAccess> kernelTypes) {
    this.maps = new MapTable(maps, memory, cpus);
    this.linker = new Linker(this.maps, kernelTypes);
  }

  /** Faults runs that take more instructions than this; a million unless set. */
  public BpfMachine limitInstructions(long instructions) {
    this.budget = instructions;
    return this;
  }

  /** Shows the observer every instruction from now on. */
  public BpfMachine observedBy(Observer newObserver) {
    this.observer = newObserver;
    return this;
  }

  /** The array of this name, plain or per CPU. */
  public ArrayMap array(String name) {
    return maps.named(name, ArrayMap.class);
  }

  /** The hash of this name, of any kind. */
  public HashTableMap hash(String name) {
    return maps.named(name, HashTableMap.class);
  }

  /** The ring buffer of this name. */
  public RingMap ring(String name) {
    return maps.named(name, RingMap.class);
  }

  /** The task storage of this name. */
  public TaskStorageMap taskStorage(String name) {
    return maps.named(name, TaskStorageMap.class);
  }

  /**
   * Runs a program once.
   *
   * @param context what R1 points to; read-only
   * @throws IllegalArgumentException where the program refers to something that is not there
   */
  public Outcome run(ProgramDefinition program, byte[] context, Environment environment) {
    List<LinkedFunction> functions = linked(program);
    memory.setKernel(environment.kernelMemory());
    Region region = memory.allocate("the context", context.clone(), false);
    Execution execution = new Execution(functions, memory, maps, environment, observer, budget);
    Outcome outcome = execution.run(region.base());
    executed += execution.executed();
    memory.release(region);
    memory.releaseRetired();
    Optional<RingMap> forgotten = maps.ringWithReservation();
    if (outcome instanceof Outcome.Returned && forgotten.isPresent()) {
      String ring = forgotten.get().definition().name();
      return new Outcome.Faulted(
          program.name(), 0, "returned without submitting a record in " + ring);
    }
    return outcome;
  }

  /** Instructions that all runs have taken. */
  public long executedInstructions() {
    return executed;
  }

  /** How often each instruction of the program's functions ran, in all runs of this very object. */
  public List<ExecutionCounts> counts(ProgramDefinition program) {
    List<AssembledFunction> functions = new ArrayList<>(List.of(program.entry()));
    functions.addAll(program.subprograms());
    List<LinkedFunction> counted = linked(program);
    return IntStream.range(0, functions.size())
        .mapToObj(i -> new ExecutionCounts(functions.get(i), counts(counted.get(i))))
        .toList();
  }

  private static List<Long> counts(LinkedFunction function) {
    return IntStream.range(0, function.size()).mapToObj(function::executions).toList();
  }

  private List<LinkedFunction> linked(ProgramDefinition program) {
    return linked.computeIfAbsent(program, linker::link);
  }
}
