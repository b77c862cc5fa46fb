// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.agent.libbpf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surefoot.agent.Problem;
import dev.surefoot.agent.libbpf.LibBpfAvailability.Available;
import dev.surefoot.agent.libbpf.LibBpfAvailability.Unavailable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Needs the library, no privileges. */
@Tag("kernel")
class LibBpfLibraryKernelTest {
  @Test
  void theSystemsLibraryIsFound() {
    assertThat(LibBpfLibrary.find())
        .isInstanceOfSatisfying(
            Available.class,
            found -> assertThat(found.version()).isGreaterThanOrEqualTo(LibBpfVersion.OLDEST));
  }

  @Test
  void everyFunctionIsBound() {
    LibBpfLibrary.require();
    assertThat(LibBpf.libbpf_major_version()).isEqualTo(1);
    assertThat(LibBpf.bpf_object__open_mem(NativeBuffer.of(new byte[64]).address(), 64, 0))
        .isZero();
    assertThat(LibC.errno()).isPositive();
  }

  @Test
  void aLibraryThatIsTooOldIsAProblemThatNamesBothVersions() {
    assertThat(LibBpfLibrary.probe(LibBpfLibrary.SHARED_LIBRARY, new LibBpfVersion(99, 0)))
        .isInstanceOfSatisfying(
            Unavailable.class,
            unavailable -> {
              assertThat(unavailable.problem().kind()).isEqualTo(Problem.Kind.LIBBPF_TOO_OLD);
              assertThat(unavailable.problem().reason()).contains("libbpf 1.").contains("99.0");
            });
  }

  @Test
  void messagesAreKeptWhenAskedFor() {
    LibBpfLibrary.require();
    NativeBuffer noElf = NativeBuffer.of(new byte[64]);
    assertThat(
            LibBpfMessages.during(
                () -> {
                  long object = LibBpf.bpf_object__open_mem(noElf.address(), 64, 0);
                  assertThat(object).isZero();
                }))
        .isNotEmpty()
        .allMatch(line -> line.startsWith("libbpf: "));
  }
}
