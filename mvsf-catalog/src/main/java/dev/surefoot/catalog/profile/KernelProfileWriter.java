// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.catalog.profile;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Writes a profile as YAML, sorted, so that equal profiles are equal texts. */
public final class KernelProfileWriter {
  private KernelProfileWriter() {}

  /** The profile as a YAML document that {@link KernelProfileReader} reads. */
  public static String write(KernelProfile profile) {
    StringBuilder text = new StringBuilder();
    text.append("# A kernel as Surefoot sees it; costs are in ns.\n");
    text.append("release: ").append(quoted(profile.release())).append('\n');
    text.append("btfDigest: ").append(quoted(profile.btfDigest())).append('\n');
    text.append("possibleCpus: ").append(profile.possibleCpus()).append('\n');
    text.append("pidMax: ").append(profile.pidMax()).append('\n');
    list(text, "features", profile.features().stream().map(Feature::name).toList());
    map(text, "parameterCounts", new TreeMap<>(profile.parameterCounts()));
    list(text, "members", profile.members());
    Map<String, String> costs = new TreeMap<>();
    profile
        .costs()
        .forEach((op, nanos) -> costs.put(op.name(), String.format(Locale.ROOT, "%.3f", nanos)));
    map(text, "costs", costs);
    return text.toString();
  }

  private static void list(StringBuilder text, String key, Collection<String> items) {
    text.append(key).append(items.isEmpty() ? ": []\n" : ":\n");
    items.stream().sorted().forEach(item -> text.append("  - ").append(item).append('\n'));
  }

  private static void map(StringBuilder text, String key, Map<String, ?> entries) {
    text.append(key).append(entries.isEmpty() ? ": {}\n" : ":\n");
    entries.forEach(
        (name, value) -> text.append("  ").append(name).append(": ").append(value).append('\n'));
  }

  private static String quoted(String value) {
    return '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
