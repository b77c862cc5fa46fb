// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

/** The arrows between modules and packages, as rules. */
package dev.surefoot.e2e.architecture;
