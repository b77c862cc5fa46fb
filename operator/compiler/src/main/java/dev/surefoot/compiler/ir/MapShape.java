// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.ir;

import dev.surefoot.catalog.elf.MapDefinition;
import dev.surefoot.catalog.elf.MapType;

/** What the verifier looks at in a map. Sizes in bytes; 0 where the map has no keys or values. */
public record MapShape(String name, MapType type, int keyBytes, int valueBytes) {
  /** The shape of a declared map. */
  public static MapShape of(MapDefinition map) {
    return new MapShape(map.name(), map.type(), map.keyBytes(), map.valueBytes());
  }
}
