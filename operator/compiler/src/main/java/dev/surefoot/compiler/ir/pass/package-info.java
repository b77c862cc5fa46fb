/**
 * Passes over the IR: each takes a function and gives an equal one that is shorter, faster or
 * nearer to the machine. In and out: {@link dev.surefoot.compiler.ir.BpfFunction}.
 */
package dev.surefoot.compiler.ir.pass;
