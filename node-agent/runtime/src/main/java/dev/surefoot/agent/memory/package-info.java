/**
 * Kernel memory mapped into this process: a map's file descriptor in; values, and the records of a
 * ring buffer, out, read without a call into the kernel.
 */
package dev.surefoot.agent.memory;
