// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.catalog.asm;

/**
 * A place in the user's text.
 *
 * @param line from 1
 * @param column from 1
 * @param text the whole line
 */
public record SourceLine(int line, int column, String text) {}
