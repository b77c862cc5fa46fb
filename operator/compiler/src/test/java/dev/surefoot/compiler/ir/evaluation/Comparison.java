// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.ir.evaluation;

import dev.surefoot.compiler.ir.BpfFunction;
import dev.surefoot.compiler.ir.HelperCall;
import dev.surefoot.compiler.ir.MapShape;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HexFormat;
import java.util.Random;

/** What a function does to a given input: its result and the array it leaves. */
public final class Comparison {
  /** What helpers give. */
  public static final long CLOCK = 123_456_789_012L;

  public static final long PID_TGID = 42L << 32 | 4711;
  public static final long UID_GID = 1000L << 32 | 1001;

  private Comparison() {}

  /** A context for a seed. */
  public static byte[] context(long seed) {
    Random random = new Random(seed ^ 0x5eed);
    ByteBuffer words =
        ByteBuffer.allocate(8 * RandomFunctions.CONTEXT_WORDS).order(ByteOrder.LITTLE_ENDIAN);
    words.putLong(random.nextBoolean() ? random.nextLong() : random.nextInt(1000));
    words.putLong(random.nextBoolean() ? random.nextLong() : -random.nextInt(1000));
    return words.array();
  }

  /** Result and array, evaluated. */
  public static String evaluated(BpfFunction function, byte[] context) {
    IrEvaluator evaluator = new IrEvaluator(Comparison::helper);
    long result = evaluator.run(function, context);
    return described(result, evaluator.array(MapShape.of(RandomFunctions.ARRAY)));
  }

  /** Result and array as text. */
  public static String described(long result, byte[] array) {
    return Long.toHexString(result) + " " + HexFormat.of().formatHex(array);
  }

  private static long helper(HelperCall helper) {
    return switch (helper) {
      case KTIME_GET_NS -> CLOCK;
      case GET_CURRENT_PID_TGID -> PID_TGID;
      case GET_CURRENT_UID_GID -> UID_GID;
      case GET_SMP_PROCESSOR_ID -> 0;
      default -> throw new UnsupportedOperationException(helper + " is not evaluated");
    };
  }
}
