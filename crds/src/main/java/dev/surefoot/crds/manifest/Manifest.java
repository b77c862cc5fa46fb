// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.crds.manifest;

import dev.surefoot.crds.query.ExtensionQuery;
import java.util.List;

/** What reading a manifest gives. */
public sealed interface Manifest {
  /**
   * The text was right.
   *
   * @param queries one for each YAML document, at least one
   */
  record Valid(List<LocatedQuery> queries) implements Manifest {
    public Valid {
      queries = List.copyOf(queries);
    }
  }

  /** The text was wrong; nothing of it is used. */
  record Invalid(List<Problem> problems) implements Manifest {
    public Invalid {
      problems = List.copyOf(problems);
    }
  }

  /** A query and where its SQL stands. */
  record LocatedQuery(ExtensionQuery query, SqlText sql) {}
}
