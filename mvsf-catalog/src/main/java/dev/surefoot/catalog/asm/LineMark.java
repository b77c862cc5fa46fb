// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.catalog.asm;

/** From the instruction with this index on, the code stands for this line of the user's text. */
public record LineMark(int index, SourceLine line) {}
