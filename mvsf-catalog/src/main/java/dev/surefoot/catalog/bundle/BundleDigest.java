// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.catalog.bundle;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * SHA-256 of a bundle's bytes, which names the bundle: equal bundles have equal bytes.
 *
 * @param hex 64 hex digits, lower case
 */
public record BundleDigest(String hex) {
  public BundleDigest {
    if (!hex.matches("[0-9a-f]{64}")) {
      throw new IllegalArgumentException("'" + hex + "' is not 64 lower-case hex digits");
    }
  }

  /** The digest of what {@link BundleWriter} wrote. */
  public static BundleDigest of(byte[] bundle) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bundle);
      return new BundleDigest(HexFormat.of().formatHex(digest));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  @Override
  public String toString() {
    return "sha256:" + hex;
  }
}
