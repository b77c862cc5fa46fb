/**
 * What a query's rows are, said in the simplest way: {@link
 * dev.surefoot.compiler.reference.ReferenceInterpreter} takes a {@link
 * dev.surefoot.compiler.plan.LogicalPlan} and an {@link dev.surefoot.compiler.reference.EventLog}
 * and gives the rows of every window. It is the oracle that every split of every plan is tested
 * against, so it is written to be read, with boxed values and a row at a time, and never to be
 * fast.
 *
 * <p>Values are {@link java.lang.Long}, {@link java.lang.Double}, {@link java.lang.Boolean}, {@link
 * java.lang.String} with a character for each byte ({@link dev.surefoot.compiler.reference.Bytes}),
 * and null.
 */
package dev.surefoot.compiler.reference;
