// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.codegen;

/**
 * Walking the function may take more steps than the verifier does ({@code
 * BPF_COMPLEXITY_LIMIT_INSNS}, one million).
 *
 * @param steps bound of the steps that a verifier takes that never recognizes a state
 */
public record ComplexityLimitExceeded(String function, long steps) implements Generation {}
