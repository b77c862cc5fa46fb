// Copyright The Surefoot Authors
// SPDX-License-Identifier: Apache-2.0

package dev.surefoot.compiler.sql;

import java.util.Locale;
import java.util.Set;

/**
 * Words that are reserved in Calcite's grammar, play no part in our language, and are good names:
 * {@code value}, {@code count}, {@code user}. In the text for Calcite their first letter is
 * exchanged for one that no keyword has, so that places stay; names are put right after parsing.
 */
final class FreeWords {
  /** Ethiopic letters: a name may begin with one for Calcite, and no user's name does. */
  private static final char BASE = '\u1200';

  private static final Set<String> WORDS =
      Set.of(
          """
          ABS AVG BOTH CALL CALLED CARDINALITY CEIL CEILING CHAR_LENGTH CHARACTER_LENGTH CLASSIFIER \
          COLLECT COMMIT CONDITION CONNECT CONTAINS CONVERT CORR COUNT CURSOR CYCLE DATE DAY \
          DEALLOCATE DEFAULT DEFINE DEREF DESCRIBE DISALLOW DISCONNECT DYNAMIC EACH ELEMENT EMPTY \
          EQUALS EVERY EXP EXTEND EXTERNAL FILTER FIRST_VALUE FLOOR FREE FUNCTION FUSION GET GLOBAL \
          GROUPS HOLD HOUR IDENTITY IMPORT INDICATOR INITIAL INOUT LAG LANGUAGE LARGE LAST_VALUE \
          LEAD LEADING LN LOCAL LOWER MATCH MATCHES MAX MEASURE MEMBER METHOD MIN MINUTE MOD MODULE MONTH \
          NEW NONE NTILE OLD ONE OPEN OUT OVERLAY PARAMETER PATTERN PER PERCENT PERIOD PERMUTE \
          PORTION POSITION POWER PRECEDES PREPARE PREV PRIMARY PROCEDURE QUARTER RANK READS \
          RECURSIVE REF RELEASE RESET RESULT RETURN RETURNS ROLLBACK ROW_NUMBER RUNNING SAVEPOINT \
          SCOPE SCROLL SEARCH SECOND SEEK SHOW SKIP SLIDE SPECIFIC SQL SQRT START STATIC STDDEV_POP \
          STDDEV_SAMP STREAM SUBSTRING SUM SYSTEM TIME TIMESTAMP TRAILING TRANSLATE TRIGGER TRIM \
          TRUNCATE UNIQUE UPPER UPSERT USER VALUE VAR_POP VAR_SAMP VERSIONING WEEK WINDOW YEAR"""
              .split("\\s+"));

  private FreeWords() {}

  /** Whether the word is a name wherever it is not called. */
  static boolean contains(String word) {
    return WORDS.contains(word.toUpperCase(Locale.ROOT));
  }

  /** The letter to write instead of a word's first one. */
  static char disguised(char first) {
    return (char) (BASE + first);
  }

  /** The name as the user wrote it. */
  static String restored(String name) {
    if (name.isEmpty() || name.charAt(0) <= BASE || name.charAt(0) > BASE + 'z') {
      return name;
    }
    return (char) (name.charAt(0) - BASE) + name.substring(1);
  }
}
