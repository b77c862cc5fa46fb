// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.agent.sink;

import static dev.surefoot.agent.sink.TestingRows.add;
import static dev.surefoot.agent.sink.TestingRows.batch;
import static dev.surefoot.agent.sink.TestingRows.bytes;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CsvSinkTest {
  @Test
  void headerAndRowsAreLines() {
    TestingChannel channel = new TestingChannel();
    CsvSink sink = new CsvSink(channel, "test");
    assertThat(sink.open(TestingRows.COLUMNS)).isEmpty();
    RowBatch rows = batch();
    add(rows, -7, 1.5, true, "cat");
    add(rows, null, null, null, null);
    add(rows, Long.MAX_VALUE, -0.0, false, "");
    add(rows, 1, 1.0, true, "a,\"b\"");
    add(rows, 1, 1.0, true, "two\nlines \\ \u0007");
    add(rows, 1, 1.0, true, bytes('a', 0xff, 0xc3, 0xa4, 0xc2, 0x9b));
    assertThat(sink.rows(rows)).isEmpty();
    assertThat(sink.close()).isEmpty();
    assertThat(channel.text())
        .isEqualTo(
            """
            pid,share,ok,comm
            -7,1.5,true,cat
            ,,,
            9223372036854775807,-0.0,false,""
            1,1.0,true,"a,""b\"""
            1,1.0,true,"two\\x0alines \\\\ \\x07"
            1,1.0,true,"a\\xffä\\xc2\\x9b"
            """
                .replace("\n", "\r\n"));
    assertThat(sink.rowsTaken()).isEqualTo(6);
  }
}
