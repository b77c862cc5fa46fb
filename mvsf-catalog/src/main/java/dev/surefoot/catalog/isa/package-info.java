// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

/**
 * The BPF instruction set of RFC 9669: instructions as values, their encoding, decoding and the
 * kernel's printed notation.
 */
package dev.surefoot.catalog.isa;
