/**
 * SQL over kernel events: {@link dev.surefoot.compiler.sql.SqlFrontEnd} takes a query's text and
 * gives a {@link dev.surefoot.compiler.plan.LogicalPlan}, or {@link
 * dev.surefoot.compiler.diagnostic.Diagnostic}s.
 *
 * <p>In the order of the stages: {@link dev.surefoot.compiler.sql.Tokenizer} and {@link
 * dev.surefoot.compiler.sql.StreamClauses} take our own clauses out of the text, Calcite parses the
 * rest, {@link dev.surefoot.compiler.sql.Restrictions} and {@link
 * dev.surefoot.compiler.sql.NameCheck} refuse what is not in the language, {@link
 * dev.surefoot.compiler.sql.QueryRewriter} resolves aliases and ordinals, Calcite's validator
 * checks types and groups, and {@link dev.surefoot.compiler.sql.QueryTranslator} makes the plan.
 * The plan is made from the validated parse tree: Calcite's relational algebra and its planner
 * would double the classes to load at start-up and lose the places in the text.
 */
package dev.surefoot.compiler.sql;
