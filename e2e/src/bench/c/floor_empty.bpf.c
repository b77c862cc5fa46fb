// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

// What any pair of programs costs that does nothing.
#include "program.h"

SEC("raw_tp/sys_enter") int on_enter(parameters *ctx) { return 0; }

SEC("raw_tp/sys_exit") int on_exit(parameters *ctx) { return 0; }
