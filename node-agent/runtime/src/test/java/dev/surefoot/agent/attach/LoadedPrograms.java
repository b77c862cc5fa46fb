// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.agent.attach;

import dev.surefoot.agent.libbpf.LibBpf;
import dev.surefoot.agent.libbpf.LibBpfLibrary;
import dev.surefoot.agent.libbpf.LibC;
import dev.surefoot.agent.libbpf.NativeBuffer;

/** The programs of the whole machine, by name. */
final class LoadedPrograms {
  private static final int INFO_BYTES = 80;
  private static final int NAME = 64;

  private LoadedPrograms() {}

  /** How many programs have a name that begins so. */
  static long count(String prefix) {
    LibBpfLibrary.require();
    NativeBuffer id = NativeBuffer.allocate(4);
    long count = 0;
    while (LibBpf.bpf_prog_get_next_id(id.bytes().getInt(0), id.address()) == 0) {
      int fd = LibBpf.bpf_prog_get_fd_by_id(id.bytes().getInt(0));
      if (fd >= 0) {
        count += name(fd).startsWith(prefix) ? 1 : 0;
        int _ = LibC.close(fd);
      }
    }
    return count;
  }

  private static String name(int fd) {
    NativeBuffer info = NativeBuffer.allocate(INFO_BYTES);
    NativeBuffer length = NativeBuffer.allocate(4);
    length.bytes().putInt(0, INFO_BYTES);
    int _ = LibBpf.bpf_obj_get_info_by_fd(fd, info.address(), length.address());
    return NativeBuffer.text(info.bytes().slice(NAME, INFO_BYTES - NAME));
  }
}
