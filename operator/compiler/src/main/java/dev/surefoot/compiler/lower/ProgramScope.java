// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.lower;

import dev.surefoot.catalog.elf.MapDefinition;
import dev.surefoot.catalog.profile.KernelProfile;
import dev.surefoot.catalog.schema.Hook;
import dev.surefoot.compiler.ir.FunctionBuilder;
import dev.surefoot.compiler.ir.OpenBlock;

/** What the parts of one program's lowering share. */
record ProgramScope(
    FunctionBuilder builder, HookReader reader, LossCounter losses, KernelProfile profile) {

  static ProgramScope of(String name, KernelProfile profile, MapDefinition lossMap) {
    FunctionBuilder builder = new FunctionBuilder(name);
    HookReader reader = new HookReader(builder, profile);
    return new ProgramScope(builder, reader, new LossCounter(builder, lossMap), profile);
  }

  /** The finished program at its hook. */
  KernelPart.LoweredProgram finish(Hook hook, boolean typed) {
    String section = typed || reader.usesKernelTypes() ? hook.section() : hook.untypedSection();
    return new KernelPart.LoweredProgram(section, builder.finish());
  }

  /** A block that ends the program; the current block stays the current one. */
  OpenBlock exitBlock() {
    OpenBlock before = builder.currentBlock();
    OpenBlock exit = builder.newBlock("exit");
    builder.switchTo(exit);
    builder.exit(0);
    builder.switchTo(before);
    return exit;
  }
}
