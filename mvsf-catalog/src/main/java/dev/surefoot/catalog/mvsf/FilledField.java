// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.catalog.mvsf;

import dev.surefoot.catalog.layout.Field;
import dev.surefoot.catalog.schema.HookValue;

/** A field of a record and what fills it. */
record FilledField(Field field, HookValue value) {}
