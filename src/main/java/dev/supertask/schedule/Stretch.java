package dev.supertask.schedule;

import java.time.Instant;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;

import org.jspecify.annotations.Nullable;

/// A stretch of time in which a zone keeps one offset, and what its clock skips and repeats at its two ends. All
/// instants are seconds since 1970-01-01T00:00Z.
///
/// @param rules of the zone
/// @param from its first instant
/// @param until the first instant of the next one, [Long#MAX_VALUE] if there is none
/// @param offset from UTC, in seconds
/// @param gapBefore how many seconds the wall clock skipped at `from`; 0 for none
/// @param repeatedUntil while the wall clock shows once more what it has shown before; not after `from` where
///         nothing is repeated
/// @param repeatedFrom since when the wall clock shows what it will show once more; `until` where it will not
/// @param gap how many seconds the wall clock skips at `until`; 0 for none
record Stretch(ZoneRules rules, long from, long until, int offset, int gapBefore, long repeatedUntil,
        long repeatedFrom, int gap) {
    /// Debian's cron takes a larger jump for a clock that was set, and just goes on from there.
    private static final int LARGEST_JUMP = 3 * 3600;

    /// The stretch that holds an instant.
    static Stretch of(ZoneRules rules, long second) {
        Instant instant = Instant.ofEpochSecond(second);
        int offset = rules.getOffset(instant).getTotalSeconds();
        if (rules.isFixedOffset()) {
            return new Stretch(rules, Long.MIN_VALUE, Long.MAX_VALUE, offset, 0, Long.MIN_VALUE, Long.MAX_VALUE, 0);
        }
        @Nullable
        ZoneOffsetTransition start = rules.previousTransition(instant.plusSeconds(1));
        @Nullable
        ZoneOffsetTransition end = rules.nextTransition(instant);
        long from = start == null ? Long.MIN_VALUE : start.toEpochSecond();
        long until = end == null ? Long.MAX_VALUE : end.toEpochSecond();
        int before = start == null ? 0 : jump(start);
        int after = end == null ? 0 : jump(end);
        return new Stretch(rules, from, until, offset, Math.max(before, 0), before < 0 ? from - before : from,
                after < 0 ? until + after : until, Math.max(after, 0));
    }

    /// How far the wall clock jumps, in seconds, backwards below zero; 0 where the jump is too large to be
    /// treated as one.
    private static int jump(ZoneOffsetTransition transition) {
        int seconds = transition.getOffsetAfter().getTotalSeconds()
                - transition.getOffsetBefore().getTotalSeconds();
        return Math.abs(seconds) > LARGEST_JUMP ? 0 : seconds;
    }

    boolean holds(ZoneRules ofZone, long second) {
        return from <= second && second < until && rules.equals(ofZone);
    }
}
