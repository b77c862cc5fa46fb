// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.catalog.btf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.OptionalInt;

/** What is asked of a kernel's type information: what is there, and where. */
public final class KernelBtf {
  /** Where a running kernel shows its BTF. */
  public static final Path RUNNING_KERNEL = Path.of("/sys/kernel/btf/vmlinux");

  private final byte[] section;
  private final Btf btf;

  private KernelBtf(byte[] section) {
    this.section = section;
    btf = Btf.read(section);
  }

  /**
   * Reads a file that holds BTF and nothing else.
   *
   * @throws BtfFormatException where it holds something else
   */
  public static KernelBtf read(Path file) throws IOException {
    return of(Files.readAllBytes(file));
  }

  /** Takes the bytes of a BTF, which must not change. */
  public static KernelBtf of(byte[] section) {
    return new KernelBtf(section);
  }

  /** The types. */
  public Btf btf() {
    return btf;
  }

  /** SHA-256 of all bytes, in hex: kernels with equal digests have equal types. */
  public String digest() {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(section));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /**
   * Number of parameters that a typed program at this tracepoint event gets; empty where the kernel
   * has no such event. The kernel types an event's handler as {@code btf_trace_EVENT} (see
   * include/trace/bpf_probe.h); its first parameter, {@code void *__data}, is not passed.
   */
  public OptionalInt eventParameterCount(String event) {
    return handler(event)
        .map(prototype -> OptionalInt.of(prototype.parameters().size() - 1))
        .orElseGet(OptionalInt::empty);
  }

  /** Type of an event's parameter, counted from 0. */
  public Optional<BtfType> eventParameter(String event, int index) {
    return handler(event)
        .filter(prototype -> index >= 0 && index + 1 < prototype.parameters().size())
        .map(prototype -> btf.resolved(prototype.parameters().get(index + 1).type()));
  }

  /** Whether the struct or union has the member, its own or one of an anonymous one inside it. */
  public boolean hasMember(String struct, String member) {
    return memberOffset(struct, member).isPresent();
  }

  /** Offset of a member in bytes; empty where it is not there or is a bit field. */
  public OptionalInt memberOffset(String struct, String member) {
    for (int id : btf.idsNamed(struct)) {
      if (btf.type(id) instanceof BtfType.Composite composite) {
        OptionalInt offset = memberBitOffset(composite, member);
        if (offset.isPresent() && offset.getAsInt() % 8 == 0) {
          return OptionalInt.of(offset.getAsInt() / 8);
        }
      }
    }
    return OptionalInt.empty();
  }

  /** Size of a struct or union in bytes. */
  public OptionalInt structBytes(String struct) {
    for (int id : btf.idsNamed(struct)) {
      if (btf.type(id) instanceof BtfType.Composite composite) {
        return OptionalInt.of(composite.bytes());
      }
    }
    return OptionalInt.empty();
  }

  /** Whether the kernel has a function of this name that typed programs or kfunc calls can name. */
  public boolean hasFunction(String name) {
    return btf.find(BtfKind.FUNCTION, name).isPresent();
  }

  private Optional<BtfType.Prototype> handler(String event) {
    return btf.find(BtfKind.TYPEDEF, "btf_trace_" + event)
        .map(typedef -> btf.resolved(((BtfType.Typedef) typedef).target()))
        .flatMap(
            type ->
                type instanceof BtfType.Pointer(int target)
                        && btf.resolved(target) instanceof BtfType.Prototype prototype
                        && !prototype.parameters().isEmpty()
                    ? Optional.of(prototype)
                    : Optional.empty());
  }

  private OptionalInt memberBitOffset(BtfType.Composite composite, String name) {
    for (BtfType.Member member : composite.members()) {
      if (member.name().equals(name)) {
        return OptionalInt.of(member.bitOffset());
      }
      if (member.name().isEmpty()
          && btf.resolved(member.type()) instanceof BtfType.Composite inner) {
        OptionalInt offset = memberBitOffset(inner, name);
        if (offset.isPresent()) {
          return OptionalInt.of(member.bitOffset() + offset.getAsInt());
        }
      }
    }
    return OptionalInt.empty();
  }
}
