// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

/** The resources of group surefoot.dev: what a user writes, as types. */
package dev.surefoot.crds;
