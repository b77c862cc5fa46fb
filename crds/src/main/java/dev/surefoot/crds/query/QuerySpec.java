// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.crds.query;

import java.util.Optional;

/**
 * What the user asks for.
 *
 * @param sql query text, in the dialect of docs/reference/sql.md
 * @param nodeSelector nodes that run the query; without terms: all
 * @param output where rows go; empty: nowhere but to whoever watches
 */
public record QuerySpec(
    String sql, Budget budget, LabelSelector nodeSelector, Optional<Output> output) {}
