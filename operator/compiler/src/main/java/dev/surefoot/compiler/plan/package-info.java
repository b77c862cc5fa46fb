/**
 * What a query computes, whatever language it was written in: {@link
 * dev.surefoot.compiler.plan.PlanNode}s over the catalog's tables. A front end makes a {@link
 * dev.surefoot.compiler.plan.LogicalPlan}; the optimizer rewrites it; the split cuts it.
 */
package dev.surefoot.compiler.plan;
