// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.agent.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surefoot.agent.libbpf.LibBpf;
import dev.surefoot.agent.libbpf.LibBpfLibrary;
import dev.surefoot.agent.libbpf.LibC;
import dev.surefoot.agent.libbpf.NativeBuffer;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("kernel")
class HashReaderKernelTest {
  private static final int HASH = 1;
  private static final int ENTRIES = 3000;

  private final LoadedMap map = create();
  private final Map<Integer, Long> read = new HashMap<>();

  @AfterEach
  void close() {
    assertThat(LibC.close(map.fd())).isZero();
  }

  @Test
  void everyEntryIsReadAndStays() {
    HashReader reader = fill();

    assertThat(reader.read(this::keep)).isEqualTo(ENTRIES);
    assertThat(reader.read(this::keep)).isEqualTo(ENTRIES);

    assertThat(read).hasSize(ENTRIES).containsEntry(17, 17L * 1_000_000_007);
  }

  @Test
  void drainedEntriesAreGone() {
    HashReader reader = fill();

    assertThat(reader.drain(this::keep)).isEqualTo(ENTRIES);
    assertThat(read).hasSize(ENTRIES);
    assertThat(reader.drain(this::keep)).isZero();
  }

  @Test
  void anEmptyMapGivesNothing() {
    assertThat(new HashReader(map, 1).read(this::keep)).isZero();
  }

  @Test
  void singleEntriesAreFoundAndDeleted() {
    fill();
    NativeBuffer key = NativeBuffer.allocate(4);
    NativeBuffer value = NativeBuffer.allocate(8);
    key.bytes().putInt(0, 5);

    assertThat(map.lookup(key, value)).isTrue();
    assertThat(value.bytes().getLong(0)).isEqualTo(5L * 1_000_000_007);
    assertThat(map.delete(key)).isTrue();
    assertThat(map.delete(key)).isFalse();
    assertThat(map.lookup(key, value)).isFalse();
  }

  private HashReader fill() {
    NativeBuffer key = NativeBuffer.allocate(4);
    NativeBuffer value = NativeBuffer.allocate(8);
    for (int i = 0; i < ENTRIES; i++) {
      key.bytes().putInt(0, i);
      value.bytes().putLong(0, i * 1_000_000_007L);
      map.update(key, value);
    }
    return new HashReader(map, 1);
  }

  private void keep(ByteBuffer keys, int keyOffset, ByteBuffer values, int valueOffset) {
    read.put(keys.getInt(keyOffset), values.getLong(valueOffset));
  }

  private static LoadedMap create() {
    LibBpfLibrary.require();
    int fd = LibBpf.bpf_map_create(HASH, "test", 4, 8, 4096, 0);
    assertThat(fd).isPositive();
    return new LoadedMap("test", HASH, 4, 8, 4096, fd, 0);
  }
}
