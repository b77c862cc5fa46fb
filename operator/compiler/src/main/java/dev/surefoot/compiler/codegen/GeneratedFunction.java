// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.codegen;

import dev.surefoot.catalog.asm.AssembledFunction;

/**
 * Bytecode and what it takes.
 *
 * @param code the bytecode with its references and lines
 * @param stackBytes bytes of the frame that are used, at most 512
 * @param spills registers that are kept in the frame
 * @param expectedInstructions instructions executed in one run, by the likelihood of branches
 * @param verifierSteps bound of the instructions that the verifier walks, counted once for each way
 *     through the function
 */
public record GeneratedFunction(
    AssembledFunction code,
    int stackBytes,
    int spills,
    double expectedInstructions,
    long verifierSteps)
    implements Generation {}
