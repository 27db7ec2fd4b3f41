package dev.supertask.schedule;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// A fixed rate: one instant each period after the frame's anchor, the first one period after it.
/// Counted in real time, so that no change of a clock or zone moves it.
///
/// @param period the distance between two instants, at least 1 ms
public record Every(Duration period) implements Schedule {
    /// In seconds; as nanoseconds it fits into a long.
    private static final long A_CENTURY = 36_525L * 86_400;

    /// @throws IllegalArgumentException if the period is shorter than 1 ms
    public Every {
        if (period.compareTo(Duration.ofMillis(1)) < 0) {
            throw new IllegalArgumentException("a period is at least 1 ms, not " + period);
        }
    }

    @Override
    public Optional<Instant> next(Instant after, Frame frame) {
        Instant anchor = frame.anchor();
        try {
            Duration waited = after.isBefore(anchor) ? Duration.ZERO : Duration.between(anchor, after);
            return Optional.of(anchor.plus(period.multipliedBy(passed(waited) + 1)));
        } catch (DateTimeException | ArithmeticException beyondTheEndOfTime) {
            return Optional.empty();
        }
    }

    /// How many whole periods a time holds. The division of durations is exact, but slow; for most it is one of
    /// plain numbers.
    private long passed(Duration waited) {
        if (waited.toSeconds() < A_CENTURY && period.toSeconds() < A_CENTURY) {
            return waited.toNanos() / period.toNanos();
        }
        return waited.dividedBy(period);
    }

    @Override
    public String text() {
        return "@every " + DurationText.write(period);
    }

    @Override
    public String words() {
        String words = DurationText.words(period);
        // "every 1 hour" is "every hour", but "every 1 hour 30 minutes" stays.
        boolean single = words.startsWith("1 ") && words.indexOf(' ', 2) < 0;
        return "every " + (single ? words.substring(2) : words);
    }
}
