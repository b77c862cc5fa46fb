// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

/**
 * What happens at the edges of calls, threads and windows, on the real kernel at every rung. In go
 * queries and child processes that do one thing each, out come the rows that were seen of them.
 */
package dev.surefoot.e2e.edges;
