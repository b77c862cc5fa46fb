/**
 * Where rows go: batches of rows come in, bytes of a table, of JSON or of CSV go out. What cannot
 * be written is a {@link dev.surefoot.agent.sink.SinkProblem}, never an exception, and every row
 * that was not taken is counted.
 */
package dev.surefoot.agent.sink;
