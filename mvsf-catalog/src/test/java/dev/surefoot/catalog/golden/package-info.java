// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

/** Comparison of printed stages with files that people have read and accepted. */
package dev.surefoot.catalog.golden;
