/**
 * Into the kernel: an object file or a bundle in; out comes the loaded object with its programs and
 * maps, or why the kernel refused it.
 */
package dev.surefoot.agent.load;
