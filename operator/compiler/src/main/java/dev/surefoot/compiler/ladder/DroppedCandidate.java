// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.ladder;

import dev.surefoot.compiler.split.SplitCandidate;

/** A split that no kernel would load, known before any load. */
public record DroppedCandidate(SplitCandidate candidate, String reason) {}
