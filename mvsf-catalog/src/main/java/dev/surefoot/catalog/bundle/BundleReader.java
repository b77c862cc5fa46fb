// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.catalog.bundle;

import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.dataformat.cbor.databind.CBORMapper;
import dev.surefoot.catalog.elf.ElfFormatException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Reads a bundle from the wire. What this version does not know is refused, not skipped: a plan
 * with a part left out would give wrong rows.
 */
public final class BundleReader {
  private static final ObjectReader READER =
      BundleFormat.configured(CBORMapper.builder()).readerFor(Bundle.class);

  private BundleReader() {}

  /**
   * The bundle in these bytes.
   *
   * @throws BundleFormatException where they are none, or of a newer version
   */
  public static Bundle read(byte[] bytes) {
    byte[] magic = BundleFormat.MAGIC.getBytes(StandardCharsets.US_ASCII);
    if (bytes.length < BundleFormat.HEADER_BYTES
        || !Arrays.equals(bytes, 0, magic.length, magic, 0, magic.length)) {
      throw new BundleFormatException("no bundle: it does not begin with " + BundleFormat.MAGIC);
    }
    int version =
        Short.toUnsignedInt(
            ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getShort(magic.length));
    if (version != BundleFormat.VERSION) {
      throw new BundleFormatException(
          "a bundle of version %d; this program reads version %d%s"
              .formatted(
                  version,
                  BundleFormat.VERSION,
                  version > BundleFormat.VERSION ? " and must be updated first" : ""));
    }
    return content(bytes);
  }

  private static Bundle content(byte[] bytes) {
    int begin = BundleFormat.HEADER_BYTES;
    try {
      return READER.readValue(bytes, begin, bytes.length - begin);
    } catch (IOException | ElfFormatException e) {
      throw new BundleFormatException("malformed bundle: " + e.getMessage(), e);
    }
  }
}
