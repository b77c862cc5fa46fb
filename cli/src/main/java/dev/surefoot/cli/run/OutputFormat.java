// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.cli.run;

/** How rows are written. */
public enum OutputFormat {
  TABLE,
  JSON,
  CSV
}
