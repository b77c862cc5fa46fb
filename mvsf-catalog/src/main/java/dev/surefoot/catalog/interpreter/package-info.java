/**
 * Runs assembled programs in this process: programs, maps and a scripted environment go in, the
 * outcome and the maps' contents come out. Used by tests, by traces, and where no kernel is at
 * hand.
 */
package dev.surefoot.catalog.interpreter;
