// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.e2e.agree;

import java.util.Map;

/**
 * A kernel object as far as tables read it.
 *
 * @param struct the name of its type
 * @param members by the path to them ({@code ns.inum}): a Long, a text (a character for each byte),
 *     or the object that the member points to
 */
record KernelObject(String struct, Map<String, Object> members) {
  KernelObject {
    members = Map.copyOf(members);
  }

  Object member(String path) {
    Object value = members.get(path);
    if (value == null) {
      throw new IllegalArgumentException(struct + " here has no " + path);
    }
    return value;
  }
}
