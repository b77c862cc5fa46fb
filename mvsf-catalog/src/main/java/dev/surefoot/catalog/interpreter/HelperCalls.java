// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.catalog.interpreter;

import static dev.surefoot.catalog.isa.Register.R1;
import static dev.surefoot.catalog.isa.Register.R2;
import static dev.surefoot.catalog.isa.Register.R3;
import static dev.surefoot.catalog.isa.Register.R4;

import dev.surefoot.catalog.isa.Helper;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** What the helpers that programs of this project call do. */
final class HelperCalls {
  /** {@code BPF_LOCAL_STORAGE_GET_F_CREATE}. */
  private static final long STORAGE_CREATE = 1;

  private static final long LOOP_LIMIT = 1 << 23;

  /** Runs a function of the program by its address. */
  interface Callback {
    long call(long function, long... arguments);
  }

  private final Memory memory;
  private final MapTable maps;
  private final Environment environment;
  private final Callback callback;

  HelperCalls(Memory memory, MapTable maps, Environment environment, Callback callback) {
    this.memory = memory;
    this.maps = maps;
    this.environment = environment;
    this.callback = callback;
  }

  /** The result of the call with the arguments in R1 to R5. */
  long call(int id, Frame frame) {
    Helper helper = Helper.byId(id).orElseThrow(() -> new Fault("no helper has number " + id));
    return switch (helper) {
      case KTIME_GET_NS, KTIME_GET_BOOT_NS, KTIME_GET_COARSE_NS -> environment.clockNanos();
      case GET_CURRENT_PID_TGID -> environment.pidTgid();
      case GET_CURRENT_UID_GID -> environment.uidGid();
      case GET_SMP_PROCESSOR_ID -> environment.cpu();
      case GET_CURRENT_CGROUP_ID -> environment.cgroupId();
      case GET_CURRENT_TASK, GET_CURRENT_TASK_BTF -> environment.currentTask();
      case GET_PRANDOM_U32 -> Integer.toUnsignedLong(environment.random());
      case GET_CURRENT_COMM -> currentComm(frame);
      case PROBE_READ, PROBE_READ_KERNEL -> probeRead(frame);
      case PROBE_READ_STR, PROBE_READ_KERNEL_STR -> probeReadText(frame);
      case MAP_LOOKUP_ELEM -> lookup(frame, environment.cpu());
      case MAP_LOOKUP_PERCPU_ELEM -> lookup(frame, (int) frame.get(R3));
      case MAP_UPDATE_ELEM -> update(frame);
      case MAP_DELETE_ELEM -> {
        MachineMap map = maps.at(frame.get(R1));
        yield map.delete(key(map, frame));
      }
      case RINGBUF_RESERVE -> ring(frame).reserve(frame.get(R2));
      case RINGBUF_SUBMIT -> submit(frame);
      case RINGBUF_DISCARD -> discard(frame);
      case RINGBUF_OUTPUT -> output(frame);
      case RINGBUF_QUERY -> query(frame);
      case TASK_STORAGE_GET -> storageGet(frame);
      case TASK_STORAGE_DELETE ->
          maps.at(frame.get(R1), TaskStorageMap.class).delete(frame.get(R2));
      case LOOP -> loop(frame);
      default -> throw new Fault(helper.kernelName() + " does not run here");
    };
  }

  private long currentComm(Frame frame) {
    int size = size(frame.get(R2));
    byte[] bytes = new byte[size];
    byte[] comm = environment.comm().getBytes(StandardCharsets.UTF_8);
    System.arraycopy(comm, 0, bytes, 0, Math.min(comm.length, size - 1));
    memory.write(frame.get(R1), bytes);
    return 0;
  }

  private long probeRead(Frame frame) {
    int size = size(frame.get(R2));
    byte[] read = memory.tryRead(frame.get(R3), size).orElse(null);
    memory.write(frame.get(R1), read == null ? new byte[size] : read);
    return read == null ? -Errno.EFAULT : 0;
  }

  /** Copies up to and with the zero byte; what follows it in the destination stays. */
  private long probeReadText(Frame frame) {
    int size = size(frame.get(R2));
    byte[] text = new byte[size];
    int length = 0;
    while (length < size - 1) {
      byte[] read = memory.tryRead(frame.get(R3) + length, 1).orElse(null);
      if (read == null) {
        memory.write(frame.get(R1), new byte[size]);
        return -Errno.EFAULT;
      }
      if (read[0] == 0) {
        break;
      }
      text[length++] = read[0];
    }
    memory.write(frame.get(R1), Arrays.copyOf(text, Math.min(length + 1, size)));
    return Math.min(length + 1, size);
  }

  private long lookup(Frame frame, int cpu) {
    MachineMap map = maps.at(frame.get(R1));
    return map.lookup(key(map, frame), cpu);
  }

  private long update(Frame frame) {
    MachineMap map = maps.at(frame.get(R1));
    byte[] value = memory.read(frame.get(R3), map.definition().valueBytes());
    return map.update(key(map, frame), value, frame.get(R4), environment.cpu());
  }

  private byte[] key(MachineMap map, Frame frame) {
    return memory.read(frame.get(R2), map.definition().keyBytes());
  }

  private RingMap ring(Frame frame) {
    return maps.at(frame.get(R1), RingMap.class);
  }

  private long submit(Frame frame) {
    frame.get(R2);
    maps.ringOf(frame.get(R1)).submit(frame.get(R1));
    return 0;
  }

  private long discard(Frame frame) {
    frame.get(R2);
    maps.ringOf(frame.get(R1)).discard(frame.get(R1));
    return 0;
  }

  private long output(Frame frame) {
    RingMap ring = ring(frame);
    byte[] record = memory.read(frame.get(R2), size(frame.get(R3)));
    frame.get(R4);
    long address = ring.reserve(record.length);
    if (address == 0) {
      return -Errno.EAGAIN;
    }
    memory.write(address, record);
    ring.submit(address);
    return 0;
  }

  private long query(Frame frame) {
    RingMap ring = ring(frame);
    // BPF_RB_AVAIL_DATA and BPF_RB_RING_SIZE; positions mean nothing here.
    return switch ((int) frame.get(R2)) {
      case 0 -> ring.usedBytes();
      case 1 -> ring.definition().maxEntries();
      default -> throw new Fault("positions of a ring buffer are not kept here");
    };
  }

  private long storageGet(Frame frame) {
    frame.get(R3);
    boolean create = (frame.get(R4) & STORAGE_CREATE) != 0;
    return maps.at(frame.get(R1), TaskStorageMap.class).get(frame.get(R2), create);
  }

  private long loop(Frame frame) {
    long count = Integer.toUnsignedLong((int) frame.get(R1));
    if (frame.get(R4) != 0) {
      return -Errno.EINVAL;
    }
    if (count > LOOP_LIMIT) {
      return -Errno.E2BIG;
    }
    long function = frame.get(R2);
    long context = frame.get(R3);
    for (long i = 0; i < count; i++) {
      if (callback.call(function, i, context) != 0) {
        return i + 1;
      }
    }
    return count;
  }

  private static int size(long size) {
    if (size < 0 || size > Integer.MAX_VALUE) {
      throw new Fault("a size of " + size);
    }
    return (int) size;
  }
}
