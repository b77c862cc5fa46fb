// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.catalog.btf;

/** Linkage of a function or variable ({@code BTF_FUNC_*}, {@code BTF_VAR_*}). */
public enum BtfLinkage {
  STATIC,
  GLOBAL,
  EXTERN;

  /** The code in BTF. */
  public int code() {
    return ordinal();
  }
}
