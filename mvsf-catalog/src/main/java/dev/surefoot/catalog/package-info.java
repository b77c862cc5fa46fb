// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

/** What the compiler and the agent share. Nothing here knows Kubernetes or native code. */
package dev.surefoot.catalog;
