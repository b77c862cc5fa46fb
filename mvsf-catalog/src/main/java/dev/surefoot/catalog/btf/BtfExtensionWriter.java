// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.catalog.btf;

import dev.surefoot.catalog.btf.BtfExtension.CoreRelocation;
import dev.surefoot.catalog.btf.BtfExtension.FunctionInfo;
import dev.surefoot.catalog.btf.BtfExtension.Info;
import dev.surefoot.catalog.btf.BtfExtension.LineInfo;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Writes a {@code .BTF.ext} section: a header, then for each kind of record a table for each ELF
 * section, sorted by offset.
 */
public final class BtfExtensionWriter {
  static final int HEADER_BYTES = 32;
  static final int FUNCTION_BYTES = 8;
  static final int LINE_BYTES = 16;
  static final int RELOCATION_BYTES = 16;

  private final LittleEndianOutput out = new LittleEndianOutput();
  private final BtfStrings strings;

  private BtfExtensionWriter(BtfStrings strings) {
    this.strings = strings;
  }

  /** The section's bytes; its strings go into the table of the {@code .BTF} beside it. */
  public static byte[] write(BtfExtension extension, BtfStrings strings) {
    BtfExtensionWriter writer = new BtfExtensionWriter(strings);
    writer.table(FUNCTION_BYTES, extension.functions(), writer::function);
    int linesBegin = writer.out.size();
    writer.table(LINE_BYTES, extension.lines(), writer::line);
    int relocationsBegin = writer.out.size();
    writer.table(RELOCATION_BYTES, extension.relocations(), writer::relocation);
    int end = writer.out.size();
    return new LittleEndianOutput()
        .u16(BtfEncoder.MAGIC)
        .u8(1)
        .u8(0)
        .u32(HEADER_BYTES)
        .u32(0)
        .u32(linesBegin)
        .u32(linesBegin)
        .u32(relocationsBegin - linesBegin)
        .u32(relocationsBegin)
        .u32(end - relocationsBegin)
        .bytes(writer.out.toByteArray())
        .toByteArray();
  }

  private <T extends Info> void table(int recordBytes, List<T> infos, Consumer<T> write) {
    if (infos.isEmpty()) {
      return;
    }
    out.u32(recordBytes);
    Map<String, List<T>> bySection =
        infos.stream()
            .collect(Collectors.groupingBy(Info::section, LinkedHashMap::new, Collectors.toList()));
    bySection.forEach(
        (section, list) -> {
          out.u32(strings.offset(section)).u32(list.size());
          list.stream().sorted(Comparator.comparingInt(Info::offset)).forEach(write);
        });
  }

  private void function(FunctionInfo info) {
    out.u32(info.offset()).u32(info.type());
  }

  private void line(LineInfo info) {
    out.u32(info.offset())
        .u32(strings.offset(info.file()))
        .u32(strings.offset(info.text()))
        .u32(info.line() << 10 | info.column());
  }

  private void relocation(CoreRelocation relocation) {
    out.u32(relocation.offset())
        .u32(relocation.type())
        .u32(strings.offset(relocation.access()))
        .u32(relocation.kind());
  }
}
