// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.crds.manifest;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.surefoot.crds.manifest.Manifest.LocatedQuery;
import dev.surefoot.crds.manifest.Problem.Reason;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.Tag;

/** Reads manifests. What is wrong with a manifest is a value; nothing is thrown. */
public final class ManifestReader {
  private ManifestReader() {}

  /** Reads a file; that it cannot be read is a problem too. */
  public static Manifest read(Path file) {
    try {
      return read(file.toString(), Files.readString(file, UTF_8));
    } catch (NoSuchFileException _) {
      return unreadable(file, "there is no such file");
    } catch (AccessDeniedException _) {
      return unreadable(file, "permission denied");
    } catch (CharacterCodingException _) {
      return unreadable(file, "it is not UTF-8 text");
    } catch (IOException e) {
      String why = Files.isDirectory(file) ? "it is a directory" : String.valueOf(e.getMessage());
      return unreadable(file, why);
    }
  }

  /**
   * Reads a text.
   *
   * @param name the file as the user named it, or {@code <stdin>}
   */
  public static Manifest read(String name, String text) {
    Problems problems = new Problems(new SourceText(name, text));
    List<LocatedQuery> queries = new ArrayList<>();
    for (Node document : documents(name, text, problems)) {
      new DocumentReader(problems).read(document).ifPresent(queries::add);
    }
    if (queries.isEmpty() && problems.found().isEmpty()) {
      problems.add(
          Place.wholeOf(name),
          Reason.EMPTY,
          "the manifest is empty",
          Optional.of("examples/ has some to begin with"));
    }
    return problems.found().isEmpty()
        ? new Manifest.Valid(queries)
        : new Manifest.Invalid(problems.found());
  }

  private static List<Node> documents(String name, String text, Problems problems) {
    LoadSettings settings = LoadSettings.builder().setLabel(name).setUseMarks(true).build();
    List<Node> documents = new ArrayList<>();
    try {
      for (Node document : new Compose(settings).composeAllFromString(text)) {
        documents.add(document);
      }
    } catch (YamlEngineException e) {
      SyntaxProblem.add(e, problems);
      return List.of();
    }
    documents.removeIf(document -> document.getTag().equals(Tag.NULL));
    return documents;
  }

  private static Manifest unreadable(Path file, String why) {
    return new Manifest.Invalid(
        List.of(
            new Problem(
                Place.wholeOf(file.toString()),
                Reason.UNREADABLE,
                "cannot read the manifest: " + why,
                "",
                Optional.empty())));
  }
}
