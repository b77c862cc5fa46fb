// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

/**
 * The real command in a process of its own, and what can go wrong around it: signals, full disks,
 * readers that leave, machines that lack something. In go command lines, out come status, streams
 * and what is left in the kernel.
 */
package dev.surefoot.e2e.faults;
