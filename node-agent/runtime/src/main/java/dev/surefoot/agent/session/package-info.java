// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

/**
 * A query that runs: the programs at their hooks on one side, the plan's execution on the other,
 * and one thread that reads until it is told to stop. In come an attached object, a user plan and a
 * sink; out goes a report of rows, losses and costs.
 */
package dev.surefoot.agent.session;
