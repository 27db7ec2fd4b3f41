package dev.supertask.wire;

import dev.supertask.operations.Spread;

/// How durations are spread, as programs see it: in milliseconds.
///
/// @param p50 the median
public record SpreadJson(long p50, long p90, long p99, long max) {

    /// The form of a value of ours.
    public static SpreadJson of(Spread spread) {
        return new SpreadJson(spread.p50().toMillis(), spread.p90().toMillis(), spread.p99().toMillis(),
                spread.max().toMillis());
    }
}
