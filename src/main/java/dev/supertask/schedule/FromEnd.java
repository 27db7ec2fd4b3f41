package dev.supertask.schedule;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/// A fixed delay: one instant so long after the end of the job's previous run, which the frame knows. While a run is
/// going on there is none, and never more than one.
///
/// @param delay how long after, at least 1 ms
/// @param starting the first instant while no run has ended after it, or null for one delay after the anchor
public record FromEnd(Duration delay, @Nullable Moment starting) implements Schedule {

    /// @throws IllegalArgumentException if the delay is shorter than 1 ms
    public FromEnd {
        if (delay.compareTo(Duration.ofMillis(1)) < 0) {
            throw new IllegalArgumentException("a delay is at least 1 ms, not " + delay);
        }
    }

    @Override
    public Optional<Instant> next(Instant after, Frame frame) {
        @Nullable
        Instant end = frame.idleSince();
        if (end == null) {
            return Optional.empty();
        }
        try {
            Instant due = end.plus(delay);
            if (starting != null) {
                Instant first = starting.instant(frame.zone());
                due = end.isBefore(first) ? first : due;
            }
            return Optional.of(due).filter(instant -> instant.isAfter(after));
        } catch (DateTimeException | ArithmeticException beyondTheEndOfTime) {
            return Optional.empty();
        }
    }

    @Override
    public String text() {
        return "@every " + DurationText.write(delay) + (starting == null ? "" : " starting=" + starting.text())
                + " measure=from-end";
    }

    @Override
    public String words() {
        return DurationText.words(delay) + " after the end of the previous run"
                + (starting == null ? "" : ", starting on " + starting.words());
    }
}
