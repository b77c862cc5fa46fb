// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

/**
 * What the compiler decided, for people: the plan, the splits and their estimated costs, the chosen
 * one's bytecode beside the user's text, and what stayed in user space with the reason.
 */
package dev.surefoot.compiler.explain;
