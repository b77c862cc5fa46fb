// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

/** A query as a resource: the records that a manifest or the API server fills. */
package dev.surefoot.crds.query;
