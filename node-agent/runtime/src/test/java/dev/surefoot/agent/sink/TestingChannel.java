// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.agent.sink;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;

/** Takes so many bytes, then fails. */
final class TestingChannel implements WritableByteChannel {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final int capacity;
  private final String failure;

  TestingChannel() {
    this(Integer.MAX_VALUE, "");
  }

  TestingChannel(int capacity, String failure) {
    this.capacity = capacity;
    this.failure = failure;
  }

  String text() {
    return bytes.toString(StandardCharsets.UTF_8);
  }

  @Override
  public int write(ByteBuffer source) throws IOException {
    int count = Math.min(source.remaining(), capacity - bytes.size());
    if (count == 0) {
      throw new IOException(failure);
    }
    byte[] taken = new byte[count];
    source.get(taken);
    bytes.writeBytes(taken);
    return count;
  }

  @Override
  public boolean isOpen() {
    return true;
  }

  @Override
  public void close() {
    throw new AssertionError("a sink leaves its target open");
  }
}
