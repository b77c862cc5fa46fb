// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

/**
 * In: peers (nothing, the floor, C, bpftrace, Surefoot) and workloads. Out: medians with their
 * spread, the effect on the workload and what was lost, as Markdown and a plot.
 */
package dev.surefoot.e2e.bench;
