// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

/** Prints the stable tables: for people, as JSON, as Markdown. */
package dev.surefoot.cli.schema;
