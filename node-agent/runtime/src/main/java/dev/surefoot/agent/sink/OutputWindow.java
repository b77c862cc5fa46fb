// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.agent.sink;

/**
 * A window {@code [startNanos, endNanos)} of CLOCK_MONOTONIC.
 *
 * @param complete whether the query ran during the whole window
 */
public record OutputWindow(long startNanos, long endNanos, boolean complete) {}
