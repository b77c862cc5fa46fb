// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

/**
 * BTF, the kernel's type information: types go in and {@code .BTF} and {@code .BTF.ext} bytes come
 * out; bytes of an object or of a running kernel go in and types come out. Format:
 * Documentation/bpf/btf.rst.
 */
package dev.surefoot.catalog.btf;
