// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

/** The BPF object file: ELF with BTF, maps, relocations and line information, written and read. */
package dev.surefoot.catalog.elf;
