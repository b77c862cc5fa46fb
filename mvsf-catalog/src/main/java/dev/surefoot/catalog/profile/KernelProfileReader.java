// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.catalog.profile;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Reads a profile from YAML. Features and operations that are not known here are passed over: a
 * newer writer may know more.
 */
public final class KernelProfileReader {
  private final Map<?, ?> root;
  private final List<String> mistakes = new ArrayList<>();

  private KernelProfileReader(Map<?, ?> root) {
    this.root = root;
  }

  /** The profile that the text holds, or everything that is wrong with it. */
  public static ParsedProfile read(String text) {
    Object document;
    try {
      document = new Load(LoadSettings.builder().setLabel("profile").build()).loadFromString(text);
    } catch (YamlEngineException e) {
      return new ParsedProfile.Malformed(List.of("this is not YAML: " + e.getMessage()));
    }
    if (!(document instanceof Map<?, ?> map)) {
      return new ParsedProfile.Malformed(List.of("a profile is a map of keys to values"));
    }
    return new KernelProfileReader(map).profile();
  }

  private ParsedProfile profile() {
    KernelProfile profile =
        new KernelProfile(
            string("release"),
            string("btfDigest"),
            positive("possibleCpus"),
            positive("pidMax"),
            features(),
            counts(),
            strings("members"),
            costs());
    return mistakes.isEmpty()
        ? new ParsedProfile.Parsed(profile)
        : new ParsedProfile.Malformed(mistakes);
  }

  private String string(String key) {
    return root.get(key) instanceof String value ? value : mistake(key, "text", "");
  }

  private int positive(String key) {
    return root.get(key) instanceof Integer value && value > 0
        ? value
        : mistake(key, "a number above 0", 1);
  }

  private Set<String> strings(String key) {
    Set<String> strings = new HashSet<>();
    if (!(root.get(key) instanceof List<?> items)) {
      return mistake(key, "a list", strings);
    }
    items.forEach(item -> strings.add(String.valueOf(item)));
    return strings;
  }

  private Set<Feature> features() {
    Set<Feature> features = EnumSet.noneOf(Feature.class);
    strings("features").forEach(name -> constant(Feature.values(), name).ifPresent(features::add));
    return features;
  }

  private Map<String, Integer> counts() {
    Map<String, Integer> counts = new HashMap<>();
    map("parameterCounts")
        .forEach(
            (event, count) -> {
              if (count instanceof Integer number && number >= 0) {
                counts.put(event, number);
              } else {
                mistakes.add("parameterCounts." + event + ": a number is needed, not " + count);
              }
            });
    return counts;
  }

  private Map<Operation, Double> costs() {
    Map<Operation, Double> costs = new EnumMap<>(Operation.class);
    map("costs")
        .forEach(
            (name, nanos) -> {
              if (nanos instanceof Number number
                  && number.doubleValue() >= 0
                  && Double.isFinite(number.doubleValue())) {
                constant(Operation.values(), name)
                    .ifPresent(operation -> costs.put(operation, number.doubleValue()));
              } else {
                mistakes.add("costs." + name + ": ns from 0 on are needed, not " + nanos);
              }
            });
    return costs;
  }

  private Map<String, Object> map(String key) {
    Map<String, Object> entries = new HashMap<>();
    if (!(root.get(key) instanceof Map<?, ?> map)) {
      return mistake(key, "a map", entries);
    }
    map.forEach((name, value) -> entries.put(String.valueOf(name), value));
    return entries;
  }

  private <T> T mistake(String key, String needed, T instead) {
    Object found = root.get(key);
    mistakes.add(
        key
            + (found == null ? " is missing: " : ": ")
            + needed
            + " is needed"
            + (found == null ? "" : ", not " + found));
    return instead;
  }

  private static <E extends Enum<E>> Optional<E> constant(E[] all, String name) {
    return Stream.of(all).filter(constant -> constant.name().equals(name)).findFirst();
  }
}
