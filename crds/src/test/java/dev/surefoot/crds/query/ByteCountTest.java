// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.crds.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ByteCountTest {
  @ParameterizedTest
  @CsvSource({"4096,4096", "32Mi,33554432", "2k,2000", "1Gi,1073741824", "0,0"})
  void kubernetesQuantities(String text, long bytes) {
    assertThat(ByteCount.parse(text)).contains(new ByteCount(bytes));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "32MB", "-1", "1.5Gi", "Mi", "99999999999Ti", "1e3"})
  void whatIsNoAmount(String text) {
    assertThat(ByteCount.parse(text)).isEmpty();
  }

  @Test
  void negativeAmountsDoNotExist() {
    assertThatThrownBy(() -> new ByteCount(-1)).isInstanceOf(IllegalArgumentException.class);
  }
}
