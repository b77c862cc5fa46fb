/**
 * Groups and their aggregates: rows or partial aggregates come in, groups in flat arrays of longs
 * go out. Nothing is boxed or allocated for a row; memory is bounded, and what finds no place is
 * told to the caller, who counts it.
 */
package dev.surefoot.agent.exec.group;
