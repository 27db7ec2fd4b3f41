package dev.supertask.schedule;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/// A fixed rate: one instant each interval. Counted from the frame's anchor, the first one interval after it; or
/// from a beginning of its own, which then is the first.
///
/// @param interval the distance between two instants
/// @param starting the first instant, or null for one interval after the anchor
public record Every(Interval interval, @Nullable Moment starting) implements Schedule {

    /// A rate in real time, counted from the anchor.
    ///
    /// @throws IllegalArgumentException if the period is shorter than 1 ms
    public Every(Duration period) {
        this(new Interval.Real(period), null);
    }

    @Override
    public Optional<Instant> next(Instant after, Frame frame) {
        if (starting != null) {
            return new Series(starting, 0, Long.MAX_VALUE).next(interval, after, frame);
        }
        return switch (interval) {
            case Interval.Real(Duration length) -> Series.next(frame.anchor(), length, after);
            case Interval.Calendar _ -> Series.after(frame.anchor(), frame.zone()).next(interval, after, frame);
        };
    }

    @Override
    public String text() {
        return "@every " + interval.text() + (starting == null ? "" : " starting=" + starting.text());
    }

    @Override
    public String words() {
        return interval.every() + (starting == null ? "" : ", starting on " + starting.words());
    }
}
