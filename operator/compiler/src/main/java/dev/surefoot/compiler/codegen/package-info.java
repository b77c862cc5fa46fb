/**
 * From the typed IR to bytecode: instructions are selected over virtual registers, registers are
 * allocated, blocks laid out and assembled. In: {@link dev.surefoot.compiler.ir.BpfFunction}. Out:
 * {@link dev.surefoot.compiler.codegen.Generation}, a function or the limit that it exceeds.
 */
package dev.surefoot.compiler.codegen;
