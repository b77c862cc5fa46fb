// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

/**
 * From a plan to its ladder: every split is lowered, generated and put into an object; what exceeds
 * a limit of the kernel is left out, with the reason. Out comes the {@link
 * dev.surefoot.catalog.bundle.Bundle} with what is to be explained about it.
 */
package dev.surefoot.compiler.ladder;
