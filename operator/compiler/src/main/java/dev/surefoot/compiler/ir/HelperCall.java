// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.ir;

import static dev.surefoot.compiler.ir.HelperCall.Argument.ANY;
import static dev.surefoot.compiler.ir.HelperCall.Argument.FIXED_SIZE;
import static dev.surefoot.compiler.ir.HelperCall.Argument.KERNEL_OBJECT;
import static dev.surefoot.compiler.ir.HelperCall.Argument.MAP;
import static dev.surefoot.compiler.ir.HelperCall.Argument.MAP_KEY;
import static dev.surefoot.compiler.ir.HelperCall.Argument.MAP_VALUE;
import static dev.surefoot.compiler.ir.HelperCall.Argument.READ_MEMORY;
import static dev.surefoot.compiler.ir.HelperCall.Argument.RING_RECORD;
import static dev.surefoot.compiler.ir.HelperCall.Argument.SCALAR;
import static dev.surefoot.compiler.ir.HelperCall.Argument.SIZE;
import static dev.surefoot.compiler.ir.HelperCall.Argument.SIZE_OR_ZERO;
import static dev.surefoot.compiler.ir.HelperCall.Argument.VALUE_OR_ZERO;
import static dev.surefoot.compiler.ir.HelperCall.Argument.WRITE_MEMORY;
import static dev.surefoot.compiler.ir.HelperCall.Effect.FIXED;
import static dev.surefoot.compiler.ir.HelperCall.Effect.READS;
import static dev.surefoot.compiler.ir.HelperCall.Effect.WRITES;

import java.util.List;

/**
 * Kernel helpers with the numbers of {@code enum bpf_func_id} (include/uapi/linux/bpf.h) and what
 * the verifier wants of their arguments ({@code struct bpf_func_proto}).
 */
public enum HelperCall {
  MAP_LOOKUP_ELEM(1, Result.MAP_VALUE_OR_NULL, READS, MAP, MAP_KEY),
  MAP_UPDATE_ELEM(2, Result.SCALAR, WRITES, MAP, MAP_KEY, MAP_VALUE, SCALAR),
  MAP_DELETE_ELEM(3, Result.SCALAR, WRITES, MAP, MAP_KEY),
  KTIME_GET_NS(5, Result.SCALAR, READS),
  GET_SMP_PROCESSOR_ID(8, Result.SCALAR, FIXED),
  GET_CURRENT_PID_TGID(14, Result.SCALAR, FIXED),
  GET_CURRENT_UID_GID(15, Result.SCALAR, FIXED),
  GET_CURRENT_COMM(16, Result.SCALAR, WRITES, WRITE_MEMORY, SIZE),
  GET_CURRENT_TASK(35, Result.SCALAR, FIXED),
  GET_CURRENT_CGROUP_ID(80, Result.SCALAR, FIXED),
  PROBE_READ_USER(112, Result.SCALAR, WRITES, WRITE_MEMORY, SIZE_OR_ZERO, ANY),
  PROBE_READ_KERNEL(113, Result.SCALAR, WRITES, WRITE_MEMORY, SIZE_OR_ZERO, ANY),
  PROBE_READ_USER_STR(114, Result.SCALAR, WRITES, WRITE_MEMORY, SIZE_OR_ZERO, ANY),
  PROBE_READ_KERNEL_STR(115, Result.SCALAR, WRITES, WRITE_MEMORY, SIZE_OR_ZERO, ANY),
  KTIME_GET_BOOT_NS(125, Result.SCALAR, READS),
  RINGBUF_OUTPUT(130, Result.SCALAR, WRITES, MAP, READ_MEMORY, SIZE_OR_ZERO, SCALAR),
  RINGBUF_RESERVE(131, Result.RING_RECORD_OR_NULL, WRITES, MAP, FIXED_SIZE, SCALAR),
  RINGBUF_SUBMIT(132, Result.NOTHING, WRITES, RING_RECORD, SCALAR),
  RINGBUF_DISCARD(133, Result.NOTHING, WRITES, RING_RECORD, SCALAR),
  RINGBUF_QUERY(134, Result.SCALAR, READS, MAP, SCALAR),
  TASK_STORAGE_GET(
      156, Result.MAP_VALUE_OR_NULL, WRITES, MAP, KERNEL_OBJECT, VALUE_OR_ZERO, SCALAR),
  TASK_STORAGE_DELETE(157, Result.SCALAR, WRITES, MAP, KERNEL_OBJECT),
  GET_CURRENT_TASK_BTF(158, Result.CURRENT_TASK, FIXED);

  /** What an argument must be. */
  public enum Argument {
    /** A number. */
    SCALAR,
    /** A number or a pointer that the helper does not trust. */
    ANY,
    /** A map. */
    MAP,
    /** Initialized memory of the map's key size. */
    MAP_KEY,
    /** Initialized memory of the map's value size. */
    MAP_VALUE,
    /** As MAP_VALUE, or the constant 0. */
    VALUE_OR_ZERO,
    /** Initialized memory, of the size in the next argument. */
    READ_MEMORY,
    /** Memory that the helper fills, of the size in the next argument. */
    WRITE_MEMORY,
    /** A size above 0, constant or with bounds. */
    SIZE,
    /** A size, constant or with an upper bound. */
    SIZE_OR_ZERO,
    /** A size that is a constant. */
    FIXED_SIZE,
    /** The start of a reserved ring-buffer record, which the call releases. */
    RING_RECORD,
    /** A kernel object with BTF type. */
    KERNEL_OBJECT
  }

  /** What comes back. */
  public enum Result {
    NOTHING,
    SCALAR,
    MAP_VALUE_OR_NULL,
    RING_RECORD_OR_NULL,
    CURRENT_TASK
  }

  /** What a call means for those around it. */
  public enum Effect {
    /** Changes nothing and gives the same in one run of a program. */
    FIXED,
    /** Changes nothing; may give another result the next time. */
    READS,
    /** Changes memory or the kernel's state. */
    WRITES
  }

  private final int id;
  private final Result result;
  private final Effect effect;

  @SuppressWarnings("ImmutableEnumChecker") // List.of cannot be changed
  private final List<Argument> arguments;

  HelperCall(int id, Result result, Effect effect, Argument... arguments) {
    this.id = id;
    this.result = result;
    this.effect = effect;
    this.arguments = List.of(arguments);
  }

  /** The helper's number. */
  public int id() {
    return id;
  }

  /** What comes back. */
  public Result result() {
    return result;
  }

  /** What the call changes. */
  public Effect effect() {
    return effect;
  }

  /** What the arguments must be, in order. */
  public List<Argument> arguments() {
    return arguments;
  }
}
