// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.agent.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class RingConsumerTest {
  private final FakeRing ring = new FakeRing(256);
  private final RingConsumer consumer = new RingConsumer(ring.memory());
  private final List<String> received = new ArrayList<>();

  @Test
  void anEmptyRingGivesNothing() {
    assertThat(poll()).isZero();
    assertThat(consumer.pendingBytes()).isZero();
  }

  @Test
  void recordsComeInTheOrderOfTheirReservation() {
    assertThat(ring.offer(5, (byte) 'a')).isTrue();
    assertThat(ring.offer(16, (byte) 'b')).isTrue();

    assertThat(poll()).isEqualTo(2);

    assertThat(received).containsExactly("aaaaa", "b".repeat(16));
    assertThat(ring.consumerPosition()).isEqualTo(16 + 24);
  }

  @Test
  void aRecordStillBeingWrittenStopsThePoll() {
    long busy = ring.reserve(8);
    assertThat(ring.offer(8, (byte) 'b')).isTrue();
    assertThat(poll()).isZero();
    assertThat(ring.consumerPosition()).isZero();

    ring.submit(busy, (byte) 'a');

    assertThat(poll()).isEqualTo(2);
    assertThat(received).containsExactly("aaaaaaaa", "bbbbbbbb");
  }

  @Test
  void aDiscardedRecordIsPassedOver() {
    ring.discard(ring.reserve(8));
    assertThat(ring.offer(8, (byte) 'b')).isTrue();

    assertThat(poll()).isEqualTo(1);

    assertThat(received).containsExactly("bbbbbbbb");
    assertThat(consumer.pendingBytes()).isZero();
  }

  @Test
  void noMoreThanWhatWasAskedForIsTaken() {
    for (int i = 0; i < 4; i++) {
      assertThat(ring.offer(8, (byte) ('a' + i))).isTrue();
    }

    assertThat(consumer.poll(this::keep, 3)).isEqualTo(3);

    assertThat(received).hasSize(3);
    assertThat(consumer.pendingBytes()).isEqualTo(16);
  }

  @Test
  void roomIsGivenBackInTheMiddleOfALongPoll() {
    while (ring.offer(8, (byte) 'x')) {
      received.clear();
    }
    List<Long> positions = new ArrayList<>();

    int records =
        consumer.poll((data, offset, length) -> positions.add(ring.consumerPosition()), 100);

    assertThat(records).isEqualTo(16);
    assertThat(positions).contains(0L, 32L, 224L).isSorted();
  }

  @Test
  void aHandlerThatThrowsDoesNotGetTheRecordAgain() {
    assertThat(ring.offer(8, (byte) 'a')).isTrue();
    assertThat(ring.offer(8, (byte) 'b')).isTrue();

    assertThatThrownBy(() -> consumer.poll(RingConsumerTest::fail, 10))
        .isInstanceOf(IllegalStateException.class);

    assertThat(poll()).isEqualTo(1);
    assertThat(received).containsExactly("bbbbbbbb");
  }

  @Property(tries = 300)
  void everyRecordThatFoundRoomArrivesOnce(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 7) int pollSize) {
    Random random = new Random(seed);
    FakeRing randomRing = new FakeRing(512);
    RingConsumer randomConsumer = new RingConsumer(randomRing.memory());
    List<String> sent = new ArrayList<>();
    for (int step = 0; step < 300; step++) {
      int length = random.nextInt(100);
      byte fill = (byte) ('a' + random.nextInt(26));
      long position = randomRing.reserve(length);
      if (position < 0) {
        randomConsumer.poll(this::keep, pollSize);
      } else if (random.nextInt(5) == 0) {
        randomRing.discard(position);
      } else {
        randomRing.submit(position, fill);
        sent.add(Character.toString(fill).repeat(length));
      }
    }
    randomConsumer.poll(this::keep, Integer.MAX_VALUE);

    assertThat(received).isEqualTo(sent);
    assertThat(randomConsumer.pendingBytes()).isZero();
    received.clear();
  }

  private int poll() {
    return consumer.poll(this::keep, 100);
  }

  private void keep(ByteBuffer data, int offset, int length) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      text.append((char) data.get(offset + i));
    }
    received.add(text.toString());
  }

  private static void fail(ByteBuffer data, int offset, int length) {
    throw new IllegalStateException("no room at " + offset + " for " + length);
  }
}
