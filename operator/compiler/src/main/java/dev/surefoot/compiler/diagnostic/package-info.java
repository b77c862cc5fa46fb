/**
 * Mistakes of the user as values: what is wrong, where in the text, and what would be right. Every
 * front end makes {@link dev.surefoot.compiler.diagnostic.Diagnostic}s; the command line and the
 * operator show them.
 */
package dev.surefoot.compiler.diagnostic;
