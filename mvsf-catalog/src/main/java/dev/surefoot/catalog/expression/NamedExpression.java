// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.catalog.expression;

/** An expression and the name of the column it makes. */
public record NamedExpression(String name, Expression expression) {}
