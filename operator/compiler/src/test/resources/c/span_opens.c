// SPDX-License-Identifier: GPL-2.0
// What SampleFunctions.spanOpens does, as an expert writes it.
typedef unsigned int u32;
typedef unsigned long long u64;

static u64 (*bpf_ktime_get_ns)(void) = (void *)5;
static u64 (*bpf_get_current_pid_tgid)(void) = (void *)14;

struct slot {
	u64 opened;
	u64 number;
};

struct slot slots[32768];

__attribute__((section("raw_tp/sys_enter"), used)) int span_opens(u64 *ctx)
{
	u64 number = ctx[1];
	u32 tid = bpf_get_current_pid_tgid();
	if (__builtin_expect(tid >= 32768, 0))
		return 0;
	struct slot *slot = &slots[tid];
	slot->number = number;
	slot->opened = bpf_ktime_get_ns();
	return 0;
}
