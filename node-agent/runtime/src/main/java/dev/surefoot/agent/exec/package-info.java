/**
 * The user-space half of a running query: a {@link dev.surefoot.catalog.bundle.UserPlan} and memory
 * shared with the kernel's programs come in, rows go out to a {@link
 * dev.surefoot.agent.sink.RowSink}. {@link dev.surefoot.agent.exec.PlanExecution} is the way in. In
 * steady state nothing is allocated.
 */
package dev.surefoot.agent.exec;
