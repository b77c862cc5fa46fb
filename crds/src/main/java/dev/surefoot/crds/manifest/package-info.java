// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

/**
 * In: the text of a manifest. Out: the resources in it, with the place of each SQL text, or every
 * problem of the text with its place and a hint.
 */
package dev.surefoot.crds.manifest;
