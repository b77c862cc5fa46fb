// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.agent.sink;

import static dev.surefoot.agent.sink.TestingRows.add;
import static dev.surefoot.agent.sink.TestingRows.batch;
import static dev.surefoot.agent.sink.TestingRows.bytes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.surefoot.catalog.bundle.UserPlan.OutputColumn;
import dev.surefoot.catalog.expression.ValueType;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class JsonSinkTest {
  private static String written(List<OutputColumn> columns, RowBatch rows) {
    TestingChannel channel = new TestingChannel();
    JsonSink sink = new JsonSink(channel, "test");
    assertThat(sink.open(columns)).isEmpty();
    assertThat(sink.windowBegins(new OutputWindow(0, 1, true))).isEmpty();
    assertThat(sink.rows(rows)).isEmpty();
    assertThat(sink.windowEnds()).isEmpty();
    assertThat(sink.close()).isEmpty();
    assertThat(sink.rowsTaken()).isEqualTo(rows.size());
    return channel.text();
  }

  @Test
  void rowIsAnObjectOnALine() {
    RowBatch rows = batch();
    add(rows, 7, 1.5, true, "cat");
    add(rows, Long.MIN_VALUE, 1e-300, false, "");
    add(rows, null, null, null, null);
    add(rows, 0, Double.NaN, true, "x");
    assertThat(written(TestingRows.COLUMNS, rows))
        .isEqualTo(
            """
            {"pid":7,"share":1.5,"ok":true,"comm":"cat"}
            {"pid":-9223372036854775808,"share":1.0E-300,"ok":false,"comm":""}
            {"pid":null,"share":null,"ok":null,"comm":null}
            {"pid":0,"share":null,"ok":true,"comm":"x"}
            """);
  }

  private static String text(byte[] value) {
    RowBatch rows = new RowBatch(List.of(ValueType.TEXT), 1);
    String line =
        written(List.of(new OutputColumn("t", ValueType.TEXT)), add(rows, (Object) value));
    assertThat(line).startsWith("{\"t\":\"").endsWith("\"}\n");
    return line.substring(6, line.length() - 3);
  }

  @Test
  void namesAndTextsAreEscaped() {
    assertThat(text("a\"b\\c\n\t\u0001\u007f".getBytes(StandardCharsets.UTF_8)))
        .isEqualTo("a\\\"b\\\\c\\n\\t\\u0001\\u007f");
    assertThat(text("häß €😀".getBytes(StandardCharsets.UTF_8))).isEqualTo("häß €😀");
    RowBatch rows = new RowBatch(List.of(ValueType.INT64), 1);
    assertThat(written(List.of(new OutputColumn("a\"\n", ValueType.INT64)), add(rows, 1)))
        .isEqualTo("{\"a\\\"\\n\":1}\n");
  }

  @Test
  void bytesThatAreNotUtf8AreReplaced() {
    assertThat(text(bytes('a', 0xff, 'b'))).isEqualTo("a\ufffdb");
    assertThat(text(bytes(0xc3))).isEqualTo("\ufffd");
    assertThat(text(bytes(0xc0, 0x80))).isEqualTo("\ufffd\ufffd");
    assertThat(text(bytes(0xed, 0xa0, 0x80))).isEqualTo("\ufffd\ufffd\ufffd");
    assertThat(text(bytes(0xf4, 0x90, 0x80, 0x80))).isEqualTo("\ufffd".repeat(4));
  }

  /** Whatever the bytes are, what is written is UTF-8 and holds no raw control character. */
  @Property
  void lineIsAlwaysValid(@ForAll byte[] value) {
    String escaped = text(value);
    assertThat(escaped.chars().allMatch(c -> c >= ' ')).isTrue();
    String unescaped = escaped.replace("\\\\", "").replace("\\\"", "");
    assertThat(unescaped).doesNotContain("\"");
    assertThat(unescaped.replaceAll("\\\\([nt]|u00[0-9a-f]{2})", "")).doesNotContain("\\");
  }

  @Property
  void numbersAreWrittenInFull(@ForAll long number, @ForAll double real) {
    RowBatch rows = add(batch(), number, real, true, "");
    assertThat(written(TestingRows.COLUMNS, rows))
        .startsWith("{\"pid\":" + number + ",\"share\":" + real + ",");
  }
}
