// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

/**
 * In: SQL with its place, and what the user wants of the run. Out: rows in a target and a summary,
 * or a failure with its exit code. Compiler and kernel are behind interfaces.
 */
package dev.surefoot.cli.run;
