// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

/**
 * Scalar expressions over a row, shared by plans and by the user-space half: 64-bit integers that
 * wrap, doubles, text and booleans, with SQL's NULL.
 */
package dev.surefoot.catalog.expression;
