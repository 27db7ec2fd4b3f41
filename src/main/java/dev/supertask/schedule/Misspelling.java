package dev.supertask.schedule;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/// Finds the name that was probably meant. Small and of this package, for schedules know nothing of
/// the rest of the house.
final class Misspelling {
    private Misspelling() {}

    /// `did you mean "…"?` with the nearest name, or null when none is near.
    static @Nullable String hint(String word, Collection<String> names) {
        return within(word, names, Math.max(1, (word.length() + 1) / 3))
                .map(name -> "did you mean \"" + name + "\"?")
                .orElse(null);
    }

    /// The name that the fewest edits lead to, at most so many; of equals the first in the alphabet.
    static Optional<String> within(String word, Collection<String> names, int edits) {
        return names.stream().filter(name -> edits(word, name) <= edits).min(
                Comparator.<String>comparingInt(name -> edits(word, name))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /// How many characters must be inserted, deleted, replaced or swapped with their neighbour.
    private static int edits(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    d[i][j] = i + j;
                    continue;
                }
                int replaced = d[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                d[i][j] = Math.min(replaced, 1 + Math.min(d[i - 1][j], d[i][j - 1]));
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2)
                        && a.charAt(i - 2) == b.charAt(j - 1)) {
                    d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
                }
            }
        }
        return d[a.length()][b.length()];
    }
}
