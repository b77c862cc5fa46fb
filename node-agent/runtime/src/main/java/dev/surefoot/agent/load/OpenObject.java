// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.agent.load;

import dev.surefoot.agent.libbpf.BpfException;
import dev.surefoot.agent.libbpf.LibBpf;
import dev.surefoot.agent.libbpf.NativeBuffer;
import dev.surefoot.agent.memory.MappedRegion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** An object that libbpf has read and not loaded yet, with a log for each program. */
final class OpenObject implements AutoCloseable {
  // What kernels before 5.2 take at most (UINT_MAX >> 8); pages are used only if written.
  private static final int LOG_BYTES = (1 << 24) - 1;

  private final long handle;
  private final List<Program> programs;
  private boolean owned = true;

  private record Program(long handle, MappedRegion log) {
    String name() {
      return LibBpf.bpf_program__name(handle);
    }

    VerifierLog text() {
      return new VerifierLog(NativeBuffer.text(log.bytes()));
    }
  }

  private OpenObject(long handle, List<Program> programs) {
    this.handle = handle;
    this.programs = programs;
  }

  /** Reads the file; the level is that of every program's log (0: only when refused). */
  static OpenObject open(byte[] elf, int logLevel) {
    NativeBuffer file = NativeBuffer.of(elf);
    long handle =
        BpfException.checkAddress(
            "bpf_object__open_mem", LibBpf.bpf_object__open_mem(file.address(), elf.length, 0));
    List<Program> programs = new ArrayList<>();
    OpenObject object = new OpenObject(handle, programs);
    long program = LibBpf.bpf_object__next_program(handle, 0);
    while (program != 0) {
      MappedRegion log = MappedRegion.anonymous(LOG_BYTES);
      programs.add(new Program(program, log));
      int _ = LibBpf.bpf_program__set_log_buf(program, log.address(), LOG_BYTES);
      int _ = LibBpf.bpf_program__set_log_level(program, logLevel);
      program = LibBpf.bpf_object__next_program(handle, program);
    }
    return object;
  }

  /** Loads; a negated errno where refused. */
  int load() {
    return LibBpf.bpf_object__load(handle);
  }

  /** The program that the verifier wrote about last, which is the refused one. */
  Optional<String> refusedProgram() {
    return lastWithLog().map(Program::name);
  }

  VerifierLog refusedLog() {
    return lastWithLog().map(Program::text).orElse(VerifierLog.EMPTY);
  }

  private Optional<Program> lastWithLog() {
    return programs.reversed().stream()
        .filter(program -> program.log().bytes().get(0) != 0)
        .findFirst();
  }

  /** After a load that succeeded: hands the object over to its new owner. */
  LoadedObject release() {
    List<LoadedProgram> loaded = programs.stream().map(OpenObject::loaded).toList();
    LoadedObject object = new LoadedObject(handle, loaded, maps());
    owned = false;
    return object;
  }

  private static LoadedProgram loaded(Program program) {
    int fd = BpfException.check("bpf_program__fd", LibBpf.bpf_program__fd(program.handle()));
    OptionalInt processed = program.text().processedInstructions();
    if (processed.isEmpty()) {
      int verified = ProgramStatistics.read(fd).verifiedInstructions();
      processed = verified == 0 ? OptionalInt.empty() : OptionalInt.of(verified);
    }
    return new LoadedProgram(
        program.name(),
        LibBpf.bpf_program__section_name(program.handle()),
        fd,
        program.handle(),
        processed);
  }

  private List<LoadedMap> maps() {
    List<LoadedMap> maps = new ArrayList<>();
    long map = LibBpf.bpf_object__next_map(handle, 0);
    while (map != 0) {
      maps.add(
          new LoadedMap(
              nameInObject(LibBpf.bpf_map__name(map)),
              LibBpf.bpf_map__type(map),
              LibBpf.bpf_map__key_size(map),
              LibBpf.bpf_map__value_size(map),
              LibBpf.bpf_map__max_entries(map),
              BpfException.check("bpf_map__fd", LibBpf.bpf_map__fd(map)),
              0));
      map = LibBpf.bpf_object__next_map(handle, map);
    }
    return maps;
  }

  /** libbpf prefixes the map of a data section with the object's name: {@code object.bss}. */
  private static String nameInObject(String name) {
    return name.substring(Math.max(0, name.indexOf('.')));
  }

  @Override
  public void close() {
    if (owned) {
      owned = false;
      LibBpf.bpf_object__close(handle);
    }
    programs.forEach(program -> program.log().close());
  }
}
