/**
 * What is known of a function without changing it: order and dominance of blocks, how often they
 * run, where values live and what range they have. In: {@link
 * dev.surefoot.compiler.ir.BpfFunction}.
 */
package dev.surefoot.compiler.ir.analysis;
