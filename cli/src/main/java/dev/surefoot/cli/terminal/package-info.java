// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

/** The streams that a command talks to. */
package dev.surefoot.cli.terminal;
