/**
 * Plans to cheaper plans with the same rows. {@link dev.surefoot.compiler.optimizer.Optimizer}
 * takes a {@link dev.surefoot.compiler.plan.LogicalPlan} and applies one small pure rule after the
 * other until none fires.
 *
 * <p>What comes out has this canonical shape, each part in brackets only where the query needs it:
 *
 * <pre>
 * Scan → [Filter] → [Project]                                              a query of rows
 *      → [Limit]
 * Scan → [Filter] → Project → WindowAggregate → [Filter] → Project → [Sort]  a query of groups
 * </pre>
 *
 * <ul>
 *   <li>A filter is a flat conjunction without constants; what can be decided before grouping is.
 *   <li>The project below an aggregate names the table's columns that the query needs, no others.
 *   <li>A sort by what is not shown stands below the project, not above it.
 *   <li>Constants are folded, and stand on the right of a comparison; NOT stands at conditions only
 *       that have no negated form.
 * </ul>
 */
package dev.surefoot.compiler.optimizer;
