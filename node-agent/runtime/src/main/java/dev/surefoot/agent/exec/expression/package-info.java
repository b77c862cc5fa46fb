/**
 * Expressions, compiled once: an {@link dev.surefoot.catalog.expression.Expression} comes in, small
 * typed closures over a {@link dev.surefoot.agent.exec.value.Row} go out, which neither box nor
 * allocate.
 */
package dev.surefoot.agent.exec.expression;
