/**
 * Checks that a function is one that the kernel's verifier accepts, as far as types tell. In:
 * {@link dev.surefoot.compiler.ir.BpfFunction}. Out: nothing, or an exception with place and
 * reason; what is wrong is the compiler's mistake, never its user's.
 */
package dev.surefoot.compiler.ir.check;
