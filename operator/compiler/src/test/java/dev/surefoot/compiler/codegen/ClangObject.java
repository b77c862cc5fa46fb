// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.codegen;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.surefoot.catalog.asm.AssembledFunction;
import dev.surefoot.catalog.asm.Reference;
import dev.surefoot.catalog.isa.Instruction;
import dev.surefoot.catalog.isa.InstructionDecoder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A function that clang has compiled, read from what llvm-objdump prints of it. */
final class ClangObject {
  private static final Pattern CODE =
      Pattern.compile("^ +\\d+:\\s((?:[0-9a-f]{2} )+[0-9a-f]{2})\\s.*");
  private static final Pattern RELOCATION =
      Pattern.compile("^\\s+[0-9a-f]+:\\s+R_BPF_\\S+\\s+(\\w+)");

  private final Set<String> maps;
  private final List<Byte> bytes = new ArrayList<>();
  private final List<Reference> references = new ArrayList<>();
  private int instructions;

  private ClangObject(Set<String> maps) {
    this.maps = maps;
  }

  /** Whether clang and llvm-objdump are there. */
  static boolean isAvailable() throws InterruptedException {
    try {
      run("clang", "--version");
      run("llvm-objdump", "--version");
      return true;
    } catch (IOException _) {
      return false;
    }
  }

  /**
   * Compiles as clang -O2 -mcpu=v3 does.
   *
   * @param maps names of symbols that are maps; others are arrays that are addressed directly
   */
  static AssembledFunction compile(Path source, Path directory, Set<String> maps)
      throws IOException, InterruptedException {
    String object = directory.resolve("clang.o").toString();
    run("clang", "-g", "-O2", "-mcpu=v3", "-target", "bpf", "-c", source.toString(), "-o", object);
    ClangObject result = new ClangObject(maps);
    run("llvm-objdump", "-dr", object).lines().forEach(result::read);
    byte[] code = new byte[result.bytes.size()];
    for (int i = 0; i < code.length; i++) {
      code[i] = result.bytes.get(i);
    }
    List<Instruction> instructions = InstructionDecoder.decode(code);
    return new AssembledFunction("clang", instructions, result.references, List.of());
  }

  private void read(String line) {
    Matcher code = CODE.matcher(line);
    if (code.matches()) {
      for (byte b : HexFormat.ofDelimiter(" ").parseHex(code.group(1))) {
        bytes.add(b);
      }
      instructions++;
      return;
    }
    Matcher relocation = RELOCATION.matcher(line);
    if (relocation.find()) {
      String symbol = relocation.group(1);
      references.add(
          maps.contains(symbol)
              ? new Reference.ToMap(instructions - 1, symbol)
              : new Reference.ToMapValue(instructions - 1, symbol, 0));
    }
  }

  private static String run(String... command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    if (process.waitFor() != 0) {
      throw new IllegalStateException(String.join(" ", command) + ":\n" + output);
    }
    return output;
  }
}
