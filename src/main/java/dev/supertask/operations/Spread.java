package dev.supertask.operations;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// How durations are spread: some of them, by their rank. Each is one that was measured, none is interpolated
/// ("nearest rank").
///
/// @param p50 half of them are as long as this or shorter: the median
/// @param p90 nine of ten are
/// @param p99 ninety-nine of a hundred are
/// @param max the longest
public record Spread(Duration p50, Duration p90, Duration p99, Duration max) {

    /// Of durations in any order; empty where there is none.
    public static Optional<Spread> of(List<Duration> durations) {
        if (durations.isEmpty()) {
            return Optional.empty();
        }
        List<Duration> sorted = durations.stream().sorted().toList();
        return Optional.of(new Spread(at(sorted, 50), at(sorted, 90), at(sorted, 99), sorted.getLast()));
    }

    private static Duration at(List<Duration> sorted, int percent) {
        long rank = ((long) sorted.size() * percent + 99) / 100;
        return sorted.get((int) rank - 1);
    }
}
