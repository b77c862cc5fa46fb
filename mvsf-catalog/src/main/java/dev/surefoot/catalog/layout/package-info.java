// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

/** Byte layouts that kernel and user half agree on: records, rows, keys, states. */
package dev.surefoot.catalog.layout;
