// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

/**
 * From a split to its two halves: in come a {@link dev.surefoot.compiler.split.Pipeline} and a
 * {@link dev.surefoot.compiler.split.SplitCandidate}, out come functions in the typed IR, the maps
 * they use, and the {@link dev.surefoot.catalog.bundle.UserPlan} that reads what they ship. {@link
 * dev.surefoot.catalog.bundle.KernelStream} is the contract between the two.
 */
package dev.surefoot.compiler.lower;
