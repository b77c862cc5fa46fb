// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.catalog.btf;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A {@code .BTF} section that is read as it is asked: reading finds where each type begins and no
 * more, so that a kernel's BTF of 5 MB is open in a few milliseconds. Not safe for several threads
 * at once.
 */
public final class Btf {
  private static final int MAX_DEPTH = 64;

  private final BtfBytes bytes;
  private final BtfDecoder decoder;
  private final int typeCount;
  private int[] positions = new int[256];
  private BtfNameIndex names;

  private Btf(byte[] section) {
    bytes = new BtfBytes(section);
    decoder = new BtfDecoder(bytes);
    typeCount = locateTypes();
  }

  /**
   * Opens a section. Keeps the array, which must not change.
   *
   * @throws BtfFormatException where header or type boundaries are not valid
   */
  public static Btf read(byte[] section) {
    return new Btf(section);
  }

  /** The highest type id. */
  public int typeCount() {
    return typeCount;
  }

  /**
   * The type of this id, 0 to {@link #typeCount}.
   *
   * @throws BtfFormatException where there is none, or its bytes are not valid
   */
  public BtfType type(int id) {
    return id == 0 ? new BtfType.VoidType() : decoder.decode(position(id));
  }

  /** The kind of this id's type, without decoding the rest. */
  public BtfKind kind(int id) {
    return id == 0 ? BtfKind.VOID : bytes.kind(position(id));
  }

  /** All types; the first has id 1. */
  public List<BtfType> types() {
    return IntStream.rangeClosed(1, typeCount).mapToObj(this::type).toList();
  }

  /** The ids of all types of this name, ascending. */
  public int[] idsNamed(String name) {
    if (names == null) {
      names = new BtfNameIndex(bytes, positions, typeCount);
    }
    int[] ids = names.find(name);
    Arrays.sort(ids);
    return ids;
  }

  /** The first type of this kind and name. */
  public Optional<BtfType> find(BtfKind kind, String name) {
    for (int id : idsNamed(name)) {
      if (kind(id) == kind) {
        return Optional.of(type(id));
      }
    }
    return Optional.empty();
  }

  /** The type that is left when typedefs, const, volatile, restrict and type tags are taken off. */
  public BtfType resolved(int id) {
    BtfType type = type(id);
    for (int depth = 0; type instanceof BtfType.Modifier modifier; depth++) {
      if (depth == MAX_DEPTH) {
        throw new BtfFormatException(position(id), "a chain of modifiers that does not end");
      }
      type = type(modifier.target());
    }
    return type;
  }

  /**
   * Size of the type in bytes, as C's {@code sizeof} has it; 0 where it has none.
   *
   * @throws BtfFormatException where it is more than 2 GiB
   */
  public int bytes(int id) {
    return bytes(id, 0);
  }

  private int bytes(int id, int depth) {
    if (depth == MAX_DEPTH) {
      throw new BtfFormatException(position(id), "arrays of arrays that do not end");
    }
    return switch (resolved(id)) {
      case BtfType.Int type -> type.bytes();
      case BtfType.Pointer _ -> 8;
      case BtfType.Array(int element, _, int length) ->
          arrayBytes(id, bytes(element, depth + 1), length);
      case BtfType.Composite type -> type.bytes();
      case BtfType.Enumeration type -> type.bytes();
      case BtfType.Enumeration64 type -> type.bytes();
      case BtfType.FloatingPoint type -> type.bytes();
      case BtfType.Variable type -> bytes(type.type(), depth + 1);
      case BtfType.DataSection type -> type.bytes();
      case BtfType.VoidType _,
          BtfType.Forward _,
          BtfType.Function _,
          BtfType.Prototype _,
          BtfType.Modifier _,
          BtfType.DeclarationTag _ ->
          0;
    };
  }

  private int arrayBytes(int id, int elementBytes, int length) {
    long bytes = (long) elementBytes * Integer.toUnsignedLong(length);
    if (bytes != (int) bytes) {
      throw new BtfFormatException(position(id), "an array of " + bytes + " bytes");
    }
    return (int) bytes;
  }

  /** The string at this offset of the string table. */
  public String string(int offset) {
    return bytes.string(0, offset);
  }

  private int position(int id) {
    if (id < 1 || id > typeCount) {
      throw new BtfFormatException(
          bytes.typesEnd(), "type id %d; the highest is %d".formatted(id, typeCount));
    }
    return positions[id];
  }

  private int locateTypes() {
    int end = bytes.typesEnd();
    int count = 0;
    for (int at = bytes.typesBegin(); at < end; ) {
      int next = at + BtfBytes.TYPE_BYTES <= end ? at + bytes.length(at) : Integer.MAX_VALUE;
      if (next > end) {
        throw new BtfFormatException(at, "type %d goes beyond the types".formatted(count + 1));
      }
      if (++count == positions.length) {
        positions = Arrays.copyOf(positions, count * 2);
      }
      positions[count] = at;
      at = next;
    }
    return count;
  }
}
