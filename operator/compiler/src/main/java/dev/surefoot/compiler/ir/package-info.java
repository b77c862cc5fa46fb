/**
 * The typed IR: one BPF program in static single assignment form, whose types mirror the kernel
 * verifier's register types. In: calls of {@link dev.surefoot.compiler.ir.FunctionBuilder}. Out:
 * {@link dev.surefoot.compiler.ir.BpfFunction}, an immutable value.
 */
package dev.surefoot.compiler.ir;
