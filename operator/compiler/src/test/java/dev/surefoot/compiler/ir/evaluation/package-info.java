/**
 * What functions of the IR mean: an evaluator that is simple enough to be believed, and random
 * functions to hold against it.
 */
package dev.surefoot.compiler.ir.evaluation;
