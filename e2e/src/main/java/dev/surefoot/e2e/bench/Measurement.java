// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.e2e.bench;

/**
 * A peer beside a workload.
 *
 * @param lost events lost, of all runs together
 */
public record Measurement(Peer peer, Series series, long lost) {}
