/**
 * Values between operators: bytes of a record come in, a {@link dev.surefoot.agent.exec.value.Row}
 * of flat numbers and texts goes out, without allocation.
 */
package dev.surefoot.agent.exec.value;
