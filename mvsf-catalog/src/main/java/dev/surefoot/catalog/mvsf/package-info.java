// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

/**
 * Minimum verifier-safe functions: for every hook of the schema the program that reads all columns
 * had there and ships them. Every kernel tests them before anything rests on them.
 */
package dev.surefoot.catalog.mvsf;
