// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

/**
 * The stable schema: tables as data. A table names its hooks and says, for every column, how a
 * program at a hook gets the value. Nothing here knows SQL.
 */
package dev.surefoot.catalog.schema;
