// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.cli.command;

import dev.surefoot.cli.run.RungChoice;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code mvsf-only} or a rung's number. */
final class RungChoiceConverter implements ITypeConverter<RungChoice> {
  @Override
  public RungChoice convert(String text) {
    if (text.equals("mvsf-only")) {
      return new RungChoice.MvsfOnly();
    }
    if (text.matches("[0-9]{1,3}")) {
      return new RungChoice.Numbered(Integer.parseInt(text));
    }
    throw new TypeConversionException(
        "'%s' is not a rung; write mvsf-only, or a number that 'surefoot explain' shows"
            .formatted(text));
  }
}
