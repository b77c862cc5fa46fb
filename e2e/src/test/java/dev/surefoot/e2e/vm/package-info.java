// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

/**
 * The same on other kernels, which are booted for it. In go a kernel's name and a main class, out
 * come the lines that it printed and its status.
 */
package dev.surefoot.e2e.vm;
