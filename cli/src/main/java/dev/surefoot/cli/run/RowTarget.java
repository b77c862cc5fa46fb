// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.cli.run;

import java.io.OutputStream;

/**
 * Where rows go.
 *
 * @param name for messages: a file's name, or {@code stdout}
 * @param live whether a person watches it, so that each window is shown at once
 */
public record RowTarget(
    String name, OutputStream stream, OutputFormat format, boolean live, boolean colors) {}
