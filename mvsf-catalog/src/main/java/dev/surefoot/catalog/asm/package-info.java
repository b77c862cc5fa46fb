// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

/**
 * From mnemonics with labels and symbolic references to assembled functions: the linker-ready form
 * that the object writer takes.
 */
package dev.surefoot.catalog.asm;
