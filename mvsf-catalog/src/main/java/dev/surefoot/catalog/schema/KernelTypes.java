// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.catalog.schema;

import dev.surefoot.catalog.asm.KernelStruct;
import dev.surefoot.catalog.asm.KernelStruct.Form;
import dev.surefoot.catalog.asm.KernelStruct.Member;
import dev.surefoot.catalog.asm.KernelStruct.MemberType;
import java.util.List;

/** The parts of kernel types that columns are read from. */
final class KernelTypes {
  private static final MemberType POINTER = new MemberType.Pointer();

  static final KernelStruct NS_COMMON =
      struct("ns_common", new Member("inum", new MemberType.Int(4, false)));

  static final KernelStruct MNT_NAMESPACE =
      struct("mnt_namespace", new Member("ns", new MemberType.Embedded(NS_COMMON)));

  static final KernelStruct NSPROXY = struct("nsproxy", new Member("mnt_ns", POINTER));

  static final KernelStruct TASK =
      struct(
          "task_struct",
          integer("pid", 4, true),
          integer("tgid", 4, true),
          integer("prio", 4, true),
          integer("exit_code", 4, true),
          integer("start_time", 8, false),
          integer("__state", 4, false),
          new Member("real_parent", POINTER),
          new Member("nsproxy", POINTER),
          new Member("comm", new MemberType.Array(new MemberType.Int(1, true), 16)));

  /** {@code task_struct} before its member {@code state} was renamed (5.14). */
  static final KernelStruct TASK_WITH_STATE =
      struct("task_struct___state", integer("state", 8, true));

  static final KernelStruct LINUX_BINPRM = struct("linux_binprm", new Member("filename", POINTER));

  static final KernelStruct PT_REGS =
      struct(
          "pt_regs",
          integer("di", 8, false),
          integer("si", 8, false),
          integer("dx", 8, false),
          integer("r10", 8, false),
          integer("r8", 8, false),
          integer("r9", 8, false));

  private KernelTypes() {}

  private static KernelStruct struct(String name, Member... members) {
    return new KernelStruct(name, Form.STRUCT, List.of(members));
  }

  private static Member integer(String name, int bytes, boolean signed) {
    return new Member(name, new MemberType.Int(bytes, signed));
  }
}
