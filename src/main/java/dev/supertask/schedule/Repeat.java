package dev.supertask.schedule;

import java.time.Instant;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/// An ISO-8601 repeating interval: `R5/2026-01-01T00:00:00Z/PT1H` is five instants, the first at its beginning.
///
/// @param count how many, at least one, or null for no end
/// @param start the first
/// @param interval the distance between two
public record Repeat(@Nullable Long count, Moment start, Interval interval) implements Schedule {

    /// @throws IllegalArgumentException if the count is less than one
    public Repeat {
        if (count != null && count < 1) {
            throw new IllegalArgumentException("a count is at least 1, not " + count);
        }
    }

    @Override
    public Optional<Instant> next(Instant after, Frame frame) {
        return new Series(start, 0, count == null ? Long.MAX_VALUE : count - 1).next(interval, after, frame);
    }

    @Override
    public String text() {
        String length = switch (interval) {
            case Interval.Real(var real) -> real.toString();
            case Interval.Calendar calendar -> calendar.text();
        };
        return "R" + (count == null ? "" : count.toString()) + "/" + start.text() + "/" + length;
    }

    @Override
    public String words() {
        if (count != null && count == 1) {
            return "once, on " + start.words();
        }
        return interval.every() + ", starting on " + start.words() + (count == null ? "" : ", " + count + " times");
    }
}
