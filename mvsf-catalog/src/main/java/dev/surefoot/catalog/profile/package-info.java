// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

/** What is known of a node's kernel: what it has, and what things cost there. */
package dev.surefoot.catalog.profile;
