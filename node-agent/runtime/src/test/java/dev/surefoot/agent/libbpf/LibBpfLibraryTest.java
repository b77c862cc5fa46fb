// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.agent.libbpf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surefoot.agent.Problem;
import dev.surefoot.agent.libbpf.LibBpfAvailability.Unavailable;
import org.junit.jupiter.api.Test;

class LibBpfLibraryTest {
  @Test
  void aMissingLibraryIsAProblemThatSaysHowToGetIt() {
    assertThat(LibBpfLibrary.probe("libbpf.so.77", LibBpfVersion.OLDEST))
        .isInstanceOfSatisfying(
            Unavailable.class,
            unavailable -> {
              Problem problem = unavailable.problem();
              assertThat(problem.kind()).isEqualTo(Problem.Kind.LIBBPF_MISSING);
              assertThat(problem.reason()).contains("libbpf.so.77").contains("libbpf1");
              assertThat(problem.hint()).contains("apt-get install");
            });
  }

  @Test
  void versionsCompareByTheirNumbers() {
    assertThat(new LibBpfVersion(1, 10)).isGreaterThan(new LibBpfVersion(1, 4));
    assertThat(new LibBpfVersion(2, 0)).isGreaterThan(new LibBpfVersion(1, 10));
    assertThat(new LibBpfVersion(0, 9)).isLessThan(LibBpfVersion.OLDEST);
  }

  @Test
  void errorsHaveNamesAndTexts() {
    assertThat(new Errno(1).text()).isEqualTo("EPERM (Operation not permitted)");
    assertThat(Errno.ofResult(-524).text()).isEqualTo("ENOTSUPP (Not supported)");
    assertThat(new Errno(5).name()).isEqualTo("errno 5");
    assertThat(new BpfException("bpf_x of y", new Errno(22)))
        .hasMessage("bpf_x of y: EINVAL (Invalid argument)");
  }
}
