// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

/** The wire between compiler and agent: the ladder of rungs, each an object and a user plan. */
package dev.surefoot.catalog.bundle;
