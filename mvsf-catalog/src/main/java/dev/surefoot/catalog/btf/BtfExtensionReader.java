// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.catalog.btf;

import dev.surefoot.catalog.btf.BtfExtension.CoreRelocation;
import dev.surefoot.catalog.btf.BtfExtension.FunctionInfo;
import dev.surefoot.catalog.btf.BtfExtension.LineInfo;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/** Reads a {@code .BTF.ext} section. Records may be longer than those known here. */
public final class BtfExtensionReader {
  private final ByteBuffer buffer;
  private final Btf btf;

  private BtfExtensionReader(byte[] section, Btf btf) {
    buffer = ByteBuffer.wrap(section).order(ByteOrder.LITTLE_ENDIAN);
    this.btf = btf;
  }

  /**
   * Reads the section.
   *
   * @param btf the {@code .BTF} beside it, which has the strings
   * @throws BtfFormatException where the bytes are not valid
   */
  public static BtfExtension read(byte[] section, Btf btf) {
    return new BtfExtensionReader(section, btf).read();
  }

  private BtfExtension read() {
    need(0, 24);
    if (Short.toUnsignedInt(buffer.getShort(0)) != BtfEncoder.MAGIC) {
      throw new BtfFormatException(0, "magic is not 0xeb9f");
    }
    int header = buffer.getInt(4);
    boolean relocations = header >= BtfExtensionWriter.HEADER_BYTES;
    return new BtfExtension(
        table(header, 8, BtfExtensionWriter.FUNCTION_BYTES, this::function),
        table(header, 16, BtfExtensionWriter.LINE_BYTES, this::line),
        relocations
            ? table(header, 24, BtfExtensionWriter.RELOCATION_BYTES, this::relocation)
            : List.of());
  }

  private interface RecordReader<T> {
    T read(String section, int at);
  }

  private <T> List<T> table(int header, int field, int recordBytes, RecordReader<T> reader) {
    need(field, 8);
    int at = header + buffer.getInt(field);
    int length = buffer.getInt(field + 4);
    if (length == 0) {
      return List.of();
    }
    need(at, length);
    int end = at + length;
    int stride = u32(at, end);
    if (stride < recordBytes) {
      throw new BtfFormatException(
          at, "records of %d bytes, not %d".formatted(stride, recordBytes));
    }
    List<T> read = new ArrayList<>();
    for (at += 4; at < end; ) {
      String section = btf.string(u32(at, end));
      int count = u32(at + 4, end);
      at += 8;
      if (count < 0 || count > (end - at) / stride) {
        throw new BtfFormatException(at - 4, count + " records go beyond the table");
      }
      for (int i = 0; i < count; i++, at += stride) {
        read.add(reader.read(section, at));
      }
    }
    return read;
  }

  private FunctionInfo function(String section, int at) {
    return new FunctionInfo(section, buffer.getInt(at), buffer.getInt(at + 4));
  }

  private LineInfo line(String section, int at) {
    int lineAndColumn = buffer.getInt(at + 12);
    return new LineInfo(
        section,
        buffer.getInt(at),
        btf.string(buffer.getInt(at + 4)),
        btf.string(buffer.getInt(at + 8)),
        lineAndColumn >>> 10,
        lineAndColumn & LineInfo.MAX_COLUMN);
  }

  private CoreRelocation relocation(String section, int at) {
    return new CoreRelocation(
        section,
        buffer.getInt(at),
        buffer.getInt(at + 4),
        btf.string(buffer.getInt(at + 8)),
        buffer.getInt(at + 12));
  }

  private int u32(int at, int end) {
    if (at + 4 > end) {
      throw new BtfFormatException(at, "the table ends inside a record");
    }
    return buffer.getInt(at);
  }

  private void need(int at, int length) {
    if (at < 0 || length < 0 || at > buffer.capacity() - length) {
      throw new BtfFormatException(
          at, "%d bytes wanted of a section of %d".formatted(length, buffer.capacity()));
    }
  }
}
