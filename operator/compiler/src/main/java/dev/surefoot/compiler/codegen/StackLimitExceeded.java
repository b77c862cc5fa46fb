// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.codegen;

/**
 * The function needs more stack than programs have ({@code MAX_BPF_STACK}, 512 bytes).
 *
 * @param bytes what it needs
 */
public record StackLimitExceeded(String function, int bytes) implements Generation {}
