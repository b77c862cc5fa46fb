// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.agent.load;

import dev.surefoot.agent.libbpf.BpfException;
import dev.surefoot.agent.libbpf.LibBpf;
import dev.surefoot.agent.libbpf.NativeBuffer;
import java.nio.ByteBuffer;

/**
 * What the kernel knows of a loaded program ({@code struct bpf_prog_info}). What a kernel does not
 * have yet is 0.
 *
 * @param id the program's id, as bpftool shows it
 * @param translatedInstructions 8-byte slots after the kernel's rewriting
 * @param machineCodeBytes size of the compiled program; 0 where it is interpreted
 * @param verifiedInstructions instructions that the verifier processed (5.16)
 * @param runs since load, counted while statistics are enabled
 * @param runNanos time in those runs, in ns
 * @param recursionMisses times that the kernel skipped the program because it was running on that
 *     CPU already (5.12)
 */
public record ProgramStatistics(
    int id,
    int translatedInstructions,
    int machineCodeBytes,
    int verifiedInstructions,
    long runs,
    long runNanos,
    long recursionMisses) {
  // Offsets in struct bpf_prog_info, include/uapi/linux/bpf.h.
  private static final int INFO_BYTES = 232;
  private static final int ID = 4;
  private static final int JITED_PROG_LEN = 16;
  private static final int XLATED_PROG_LEN = 20;
  private static final int RUN_TIME_NS = 192;
  private static final int RUN_CNT = 200;
  private static final int RECURSION_MISSES = 208;
  private static final int VERIFIED_INSNS = 216;
  private static final int SLOT_BYTES = 8;

  /** The statistics of the program with this descriptor, now. */
  public static ProgramStatistics read(int fd) {
    NativeBuffer info = NativeBuffer.allocate(INFO_BYTES);
    NativeBuffer length = NativeBuffer.allocate(Integer.BYTES);
    length.bytes().putInt(0, INFO_BYTES);
    int _ =
        BpfException.check(
            "bpf_obj_get_info_by_fd",
            LibBpf.bpf_obj_get_info_by_fd(fd, info.address(), length.address()));
    ByteBuffer bytes = info.bytes();
    return new ProgramStatistics(
        bytes.getInt(ID),
        bytes.getInt(XLATED_PROG_LEN) / SLOT_BYTES,
        bytes.getInt(JITED_PROG_LEN),
        bytes.getInt(VERIFIED_INSNS),
        bytes.getLong(RUN_CNT),
        bytes.getLong(RUN_TIME_NS),
        bytes.getLong(RECURSION_MISSES));
  }
}
