/**
 * What this node's kernel is and has: files of /proc and /sys and trial loads in; a kernel profile,
 * or the problems that keep anything from running, out.
 */
package dev.surefoot.agent.kernel;
