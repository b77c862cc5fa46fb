// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

/**
 * Where the line between kernel and user space may run. In comes a canonical {@link
 * dev.surefoot.compiler.plan.LogicalPlan} and a kernel's profile, out go the {@link
 * dev.surefoot.compiler.split.SplitCandidate}s, cheapest first. Nothing here knows the language
 * that the plan came from, or emits code.
 */
package dev.surefoot.compiler.split;
