// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.agent.exec.group;

/**
 * How much one window may keep.
 *
 * @param maxGroups groups, and pairs of group and value for each DISTINCT
 * @param maxTextBytes bytes of different texts
 */
public record GroupMemory(int maxGroups, int maxTextBytes) {
  /** A million groups and 64 MiB of text. */
  public static final GroupMemory DEFAULT = new GroupMemory(1 << 20, 1 << 26);
}
