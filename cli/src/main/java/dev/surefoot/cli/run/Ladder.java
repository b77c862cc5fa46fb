// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.cli.run;

import dev.surefoot.catalog.bundle.Bundle;
import java.util.function.Supplier;

/**
 * A compiled query. Nearly always the kernel takes the first rung, so that the others are compiled
 * only when it does not.
 *
 * @param first the rung to try first, alone
 * @param rest the rungs to try when the kernel refuses it; may be those of {@code first} again
 */
public record Ladder(Bundle first, Supplier<Bundle> rest) {}
