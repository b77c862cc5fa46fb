// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

/** The command {@code surefoot}: arguments come in, rows go to stdout, all else to stderr. */
package dev.surefoot.cli;
