// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.catalog.isa;

/** What a 64-bit immediate load puts into its register (RFC 9669, section 5.4, table 12). */
public sealed interface Immediate64 {
  /** The value itself (source 0). */
  record Value(long value) implements Immediate64 {}

  /** Address of a map, by file descriptor (source 1). */
  record MapByFd(int fd) implements Immediate64 {}

  /** Address inside the value of a one-element array map, by file descriptor (source 2). */
  record MapValueByFd(int fd, int offset) implements Immediate64 {}

  /** Address of a kernel variable, by its BTF id (source 3). */
  record VariableByBtfId(int btfId, int objectFd) implements Immediate64 {}

  /** Address of a BPF subprogram, by slot distance (source 4). */
  record Code(int slotOffset) implements Immediate64 {}

  /** Address of a map, by index into the load's fd array (source 5). */
  record MapByIndex(int index) implements Immediate64 {}

  /** Address inside a map's value, by index into the load's fd array (source 6). */
  record MapValueByIndex(int index, int offset) implements Immediate64 {}
}
