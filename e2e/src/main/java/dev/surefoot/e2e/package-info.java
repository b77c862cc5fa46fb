// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

/** The whole on real kernels with real workloads. */
package dev.surefoot.e2e;
