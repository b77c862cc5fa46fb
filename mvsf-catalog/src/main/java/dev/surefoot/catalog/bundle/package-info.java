// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

/**
 * The wire between compiler and agent: the ladder of rungs, each an object and a user plan. Records
 * go in, and bytes that a digest names come out; the bytes go in, and equal records come out.
 */
package dev.surefoot.catalog.bundle;
