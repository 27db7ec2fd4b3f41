package dev.supertask.problem;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/// Finds the name that was probably meant.
public final class Nearest {
    private Nearest() {}

    /// The candidate nearest to a mistyped word, by edits (insert, delete, replace, swap neighbours),
    /// upper and lower case alike; empty when nothing is near enough to be a typing mistake.
    public static Optional<String> to(String word, Collection<String> candidates) {
        return ranked(word, candidates, 1).stream().findFirst();
    }

    /// The nearest candidates, best first, at most `limit`.
    public static List<String> ranked(String word, Collection<String> candidates, int limit) {
        String wanted = word.toLowerCase(Locale.ROOT);
        int tolerance = Math.max(1, (wanted.length() + 1) / 3);
        record Ranked(String name, int distance) {}
        return candidates.stream().distinct()
                .map(name -> new Ranked(name, distance(wanted, name.toLowerCase(Locale.ROOT), tolerance)))
                .filter(ranked -> ranked.distance <= tolerance)
                .sorted(Comparator.comparingInt(Ranked::distance).thenComparing(Ranked::name)).limit(limit)
                .map(Ranked::name).toList();
    }

    /// `did you mean "…"?` for the nearest candidate, or null.
    public static @Nullable String hint(String word, Collection<String> candidates) {
        return to(word, candidates).map(name -> "did you mean \"" + name + "\"?").orElse(null);
    }

    /// Optimal string alignment distance; anything over `limit` is reported as `limit + 1`.
    static int distance(String a, String b, int limit) {
        if (Math.abs(a.length() - b.length()) > limit) {
            return limit + 1;
        }
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                d[i][j] = i == 0 || j == 0 ? i + j : step(a, b, i, j, d);
            }
        }
        return Math.min(d[a.length()][b.length()], limit + 1);
    }

    private static int step(String a, String b, int i, int j, int[][] d) {
        int cost = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        int best = Math.min(Math.min(d[i - 1][j] + 1, d[i][j - 1] + 1), d[i - 1][j - 1] + cost);
        boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(best, d[i - 2][j - 2] + 1) : best;
    }
}
