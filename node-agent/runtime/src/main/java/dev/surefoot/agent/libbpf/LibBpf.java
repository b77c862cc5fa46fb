// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.agent.libbpf;

/**
 * The functions of libbpf that are called, by their C names (libbpf 1.4, {@code bpf/libbpf.h} and
 * {@code bpf/bpf.h}). A {@code long} is an address or a {@code size_t}, an {@code int} result below
 * 0 a negated errno. {@link LibBpfLibrary#find} binds them; until then each call fails.
 */
@SuppressWarnings("MemberName")
public final class LibBpf {
  private LibBpf() {}

  static native int libbpf_major_version();

  static native int libbpf_minor_version();

  /** Takes the address of a {@code libbpf_print_fn_t}, or 0 for silence. */
  static native long libbpf_set_print(long function);

  /** {@code options} 0 for the defaults; returns 0 and sets errno on failure. */
  public static native long bpf_object__open_mem(long bytes, long size, long options);

  public static native int bpf_object__load(long object);

  public static native void bpf_object__close(long object);

  public static native long bpf_object__next_program(long object, long previous);

  public static native long bpf_object__next_map(long object, long previous);

  public static native String bpf_program__name(long program);

  public static native String bpf_program__section_name(long program);

  public static native int bpf_program__fd(long program);

  public static native int bpf_program__set_autoload(long program, boolean autoload);

  public static native int bpf_program__set_type(long program, int type);

  public static native int bpf_program__set_log_level(long program, int level);

  public static native int bpf_program__set_log_buf(long program, long buffer, long size);

  /** A {@code bpf_link}; returns 0 and sets errno on failure. */
  public static native long bpf_program__attach(long program);

  public static native int bpf_link__fd(long link);

  public static native int bpf_link__destroy(long link);

  public static native String bpf_map__name(long map);

  public static native int bpf_map__type(long map);

  public static native int bpf_map__fd(long map);

  public static native int bpf_map__key_size(long map);

  public static native int bpf_map__value_size(long map);

  public static native int bpf_map__max_entries(long map);

  public static native int bpf_map__map_flags(long map);

  public static native int bpf_map_create(
      int type, String name, int keySize, int valueSize, int maxEntries, long options);

  public static native int bpf_map_lookup_elem(int fd, long key, long value);

  public static native int bpf_map_update_elem(int fd, long key, long value, long flags);

  public static native int bpf_map_delete_elem(int fd, long key);

  public static native int bpf_map_get_next_key(int fd, long previous, long next);

  public static native int bpf_map_lookup_batch(
      int fd, long inBatch, long outBatch, long keys, long values, long count, long options);

  public static native int bpf_map_lookup_and_delete_batch(
      int fd, long inBatch, long outBatch, long keys, long values, long count, long options);

  public static native int bpf_prog_load(
      int type, String name, String license, long instructions, long slots, long options);

  public static native int bpf_prog_test_run_opts(int fd, long options);

  public static native int bpf_obj_get_info_by_fd(int fd, long info, long infoLength);

  /** Writes the smallest program id above {@code id} to the address {@code next}. */
  public static native int bpf_prog_get_next_id(int id, long next);

  public static native int bpf_prog_get_fd_by_id(int id);

  public static native int bpf_enable_stats(int type);
}
