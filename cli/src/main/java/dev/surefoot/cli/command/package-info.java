// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

/** One class for each subcommand: options come in, an exit code goes out; the work is elsewhere. */
package dev.surefoot.cli.command;
