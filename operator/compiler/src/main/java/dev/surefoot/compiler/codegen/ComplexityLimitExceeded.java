// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.codegen;

/**
 * The function is longer than the verifier walks at all ({@code BPF_COMPLEXITY_LIMIT_INSNS}, one
 * million). Whether a shorter one with many ways takes too many steps depends on how many states
 * the kernel recognizes; {@link GeneratedFunction#verifierSteps} is the bound without any.
 *
 * @param steps the function's length in slots
 */
public record ComplexityLimitExceeded(String function, long steps) implements Generation {}
