// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.catalog.bundle;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.dataformat.cbor.databind.CBORMapper;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Writes a bundle for the wire. Equal bundles give equal bytes. */
public final class BundleWriter {
  private static final ObjectWriter WRITER =
      BundleFormat.configured(CBORMapper.builder()).writerFor(Bundle.class);

  private BundleWriter() {}

  /** The bundle's bytes, which {@link BundleDigest} names. */
  public static byte[] write(Bundle bundle) {
    byte[] content = content(bundle);
    return ByteBuffer.allocate(BundleFormat.HEADER_BYTES + content.length)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put(BundleFormat.MAGIC.getBytes(StandardCharsets.US_ASCII))
        .putShort((short) BundleFormat.VERSION)
        .put(content)
        .array();
  }

  private static byte[] content(Bundle bundle) {
    try {
      return WRITER.writeValueAsBytes(bundle);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a bundle that cannot be written: " + e.getMessage(), e);
    }
  }
}
