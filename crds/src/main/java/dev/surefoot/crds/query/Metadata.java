// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.crds.query;

import java.util.Map;
import java.util.Optional;

/**
 * A resource's name and labels.
 *
 * @param namespace empty for cluster-wide resources, and where the manifest leaves it to the caller
 */
public record Metadata(
    String name,
    Optional<String> namespace,
    Map<String, String> labels,
    Map<String, String> annotations) {
  public Metadata {
    labels = Map.copyOf(labels);
    annotations = Map.copyOf(annotations);
  }
}
