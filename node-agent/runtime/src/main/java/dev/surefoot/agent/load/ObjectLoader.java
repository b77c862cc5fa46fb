// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.agent.load;

import dev.surefoot.agent.libbpf.Errno;
import dev.surefoot.agent.libbpf.LibBpfLibrary;
import dev.surefoot.agent.libbpf.LibBpfMessages;
import dev.surefoot.agent.load.LoadResult.Loaded;
import dev.surefoot.agent.load.LoadResult.Rejected;
import dev.surefoot.catalog.elf.ElfObjectWriter;
import dev.surefoot.catalog.elf.ObjectDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Loads object files from memory. */
public final class ObjectLoader {
  // BPF_LOG_STATS: the summary line only; 0 makes libbpf ask for a log when a program is refused.
  private static final int LOG_STATISTICS = 4;
  private static final int LOG_ON_REFUSAL = 0;
  private static final Pattern PROGRAM_IN_MESSAGE = Pattern.compile("prog '([^']+)'");

  /** A loader over the process's libbpf, which must be there. */
  public ObjectLoader() {
    LibBpfLibrary.require();
  }

  /** Loads an object the fastest way; its maps have the names and places of its definition. */
  public LoadResult load(ObjectDefinition definition) {
    return load(definition, LoadOptions.DEFAULT);
  }

  /** Loads an object; its maps have the names and places of its definition. */
  public LoadResult load(ObjectDefinition definition, LoadOptions options) {
    return switch (load(ElfObjectWriter.write(definition), options)) {
      case Loaded(LoadedObject object) -> new Loaded(object.withMapsOf(definition));
      case Rejected rejected -> rejected;
    };
  }

  /** Loads an object file; variables of a data section are the map of the section's name. */
  public LoadResult load(byte[] elf, LoadOptions options) {
    if (options.verifierStatistics()) {
      try (OpenObject object = OpenObject.open(elf, LOG_STATISTICS)) {
        if (object.load() >= 0) {
          return new Loaded(object.release());
        }
      }
    }
    return load(elf);
  }

  /** Loads an object file the fastest way; a log is made only where the kernel refuses. */
  public LoadResult load(byte[] elf) {
    try (OpenObject object = OpenObject.open(elf, LOG_ON_REFUSAL)) {
      int result = object.load();
      if (result >= 0) {
        return new Loaded(object.release());
      }
      VerifierLog log = object.refusedLog();
      if (!log.text().isEmpty()) {
        return new Rejected(object.refusedProgram(), log, Errno.ofResult(result), List.of());
      }
    }
    return withMessages(elf);
  }

  /** The kernel said nothing, so libbpf is asked, which knows for instance of a missing hook. */
  private static LoadResult withMessages(byte[] elf) {
    List<LoadResult> results = new ArrayList<>();
    List<String> messages =
        LibBpfMessages.during(
            () -> {
              try (OpenObject object = OpenObject.open(elf, LOG_ON_REFUSAL)) {
                int result = object.load();
                results.add(
                    result >= 0
                        ? new Loaded(object.release())
                        : new Rejected(
                            object.refusedProgram(),
                            object.refusedLog(),
                            Errno.ofResult(result),
                            List.of()));
              }
            });
    return switch (results.getFirst()) {
      case Loaded loaded -> loaded;
      case Rejected(var program, var log, var errno, _) ->
          new Rejected(program.or(() -> programNamedIn(messages)), log, errno, messages);
    };
  }

  private static Optional<String> programNamedIn(List<String> messages) {
    return messages.stream()
        .map(PROGRAM_IN_MESSAGE::matcher)
        .filter(Matcher::find)
        .map(matcher -> matcher.group(1))
        .findFirst();
  }
}
