// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.catalog.bundle;

/** Bytes that are no bundle, or one that this version cannot read. */
public final class BundleFormatException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  BundleFormatException(String reason) {
    super(reason);
  }

  BundleFormatException(String reason, Throwable cause) {
    super(reason, cause);
  }
}
