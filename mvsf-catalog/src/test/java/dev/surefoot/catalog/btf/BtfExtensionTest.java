// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.catalog.btf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.surefoot.catalog.btf.BtfExtension.CoreRelocation;
import dev.surefoot.catalog.btf.BtfExtension.FunctionInfo;
import dev.surefoot.catalog.btf.BtfExtension.LineInfo;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class BtfExtensionTest {
  private static final BtfExtension EXTENSION =
      new BtfExtension(
          List.of(new FunctionInfo("tp_btf/sys_enter", 0, 3), new FunctionInfo(".text", 16, 4)),
          List.of(
              new LineInfo("tp_btf/sys_enter", 0, "query.sql", "SELECT 1", 1, 8),
              new LineInfo("tp_btf/sys_enter", 24, "query.sql", "WINDOW 1sec", 4, 1)),
          List.of(new CoreRelocation(".text", 8, 2, "0:1", 0)));

  private static byte[] written(BtfExtension extension, BtfBuilder builder) {
    return BtfExtensionWriter.write(extension, builder.strings());
  }

  private static BtfExtension reread(byte[] bytes, BtfBuilder builder) {
    return BtfExtensionReader.read(bytes, Btf.read(builder.toByteArray()));
  }

  @Test
  void whatIsWrittenIsRead() {
    BtfBuilder builder = new BtfBuilder();

    assertThat(reread(written(EXTENSION, builder), builder)).isEqualTo(EXTENSION);
  }

  @Test
  void nothingIsWrittenAsAHeaderAlone() {
    BtfBuilder builder = new BtfBuilder();
    BtfExtension nothing = new BtfExtension(List.of(), List.of(), List.of());
    byte[] bytes = written(nothing, builder);

    assertThat(bytes).hasSize(BtfExtensionWriter.HEADER_BYTES);
    assertThat(reread(bytes, builder)).isEqualTo(nothing);
  }

  @Test
  void recordsAreSortedByOffset() {
    BtfBuilder builder = new BtfBuilder();
    var first = new FunctionInfo("s", 0, 1);
    var second = new FunctionInfo("s", 8, 2);
    var backwards = new BtfExtension(List.of(second, first), List.of(), List.of());

    assertThat(reread(written(backwards, builder), builder).functions())
        .containsExactly(first, second);
  }

  @Test
  void everyTruncationIsRefused() {
    BtfBuilder builder = new BtfBuilder();
    byte[] bytes = written(EXTENSION, builder);
    for (int length = 0; length < bytes.length; length++) {
      byte[] cut = Arrays.copyOf(bytes, length);
      assertThatThrownBy(() -> reread(cut, builder)).isInstanceOf(BtfFormatException.class);
    }
  }

  @Test
  void aLineBeyondTheFormatIsRefused() {
    assertThatThrownBy(() -> new LineInfo("s", 0, "f", "t", 1 << 22, 1))
        .hasMessageContaining("at most 4194303, 1023");
  }
}
