/**
 * Every rung of a query gives the rows that the query means. In comes a log of what a machine did;
 * the exact bytecode of each rung runs over it in the interpreter, the user-space half reads the
 * interpreter's maps, and out come rows, which are compared with those of the reference.
 */
package dev.surefoot.e2e.agree;
