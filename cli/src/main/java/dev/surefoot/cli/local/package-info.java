// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

/** The commands' engine on this machine: compiler and node runtime in one process. */
package dev.surefoot.cli.local;
