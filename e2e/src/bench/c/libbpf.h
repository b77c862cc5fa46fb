// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

// The part of libbpf's interface (1.4 or newer) that the loader calls; declared here, so that only the library itself is needed.
#pragma once
#include <linux/types.h>
#include <stdbool.h>
#include <stddef.h>

struct bpf_object;
struct bpf_map;
struct bpf_program;
struct bpf_link;
struct ring_buffer;
struct ring_buffer_opts;
typedef int (*ring_buffer_sample_fn)(void *context, void *data, size_t size);

struct bpf_object *bpf_object__open(const char *path);
int bpf_object__load(struct bpf_object *object);
void bpf_object__close(struct bpf_object *object);
struct bpf_map *bpf_object__find_map_by_name(const struct bpf_object *object, const char *name);
int bpf_object__find_map_fd_by_name(const struct bpf_object *object, const char *name);
struct bpf_map *bpf_object__next_map(const struct bpf_object *object, const struct bpf_map *map);
struct bpf_program *bpf_object__next_program(const struct bpf_object *object, struct bpf_program *program);
const char *bpf_map__name(const struct bpf_map *map);
int bpf_map__set_value_size(struct bpf_map *map, __u32 size);
void *bpf_map__initial_value(const struct bpf_map *map, size_t *size);
__u32 bpf_map__value_size(const struct bpf_map *map);
int bpf_map__fd(const struct bpf_map *map);
int bpf_program__fd(const struct bpf_program *program);
struct bpf_link *bpf_program__attach(const struct bpf_program *program);
int bpf_link__destroy(struct bpf_link *link);
int bpf_map_lookup_elem(int fd, const void *key, void *value);
int bpf_map_delete_elem(int fd, const void *key);
int bpf_map_get_next_key(int fd, const void *key, void *next_key);
int bpf_prog_get_info_by_fd(int fd, void *info, __u32 *length);
int libbpf_num_possible_cpus(void);
struct ring_buffer *ring_buffer__new(int fd, ring_buffer_sample_fn function, void *context, const struct ring_buffer_opts *options);
int ring_buffer__poll(struct ring_buffer *ring, int timeout_ms);
int ring_buffer__consume(struct ring_buffer *ring);
void ring_buffer__free(struct ring_buffer *ring);
