package dev.supertask.schedule;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/// Evenly spaced instants: a beginning and what lies a whole number of intervals after it. Asked for any of them
/// directly, not by going through those before.
///
/// @param start the beginning
/// @param first the number of the first one, 0 for the beginning itself
/// @param last the number of the last one
record Series(Moment start, long first, long last) {
    /// In seconds; as nanoseconds it fits into a long.
    private static final long A_CENTURY = 36_525L * 86_400;
    private static final int SECONDS_OF_DAY = 86_400;
    /// So many in a row may fall into gaps and be skipped.
    private static final int TRIES = 1000;

    /// One without end, whose first is one interval after what a clock in a zone showed at an instant.
    static Series after(Instant anchor, ZoneId zone) {
        return new Series(new Moment(LocalDateTime.ofInstant(anchor, zone), null), 1, Long.MAX_VALUE);
    }

    /// The first one after an instant.
    Optional<Instant> next(Interval interval, Instant after, Frame frame) {
        try {
            return switch (interval) {
                case Interval.Real(Duration length) -> {
                    Instant beginning = start.instant(frame.zone());
                    long number = Math.max(number(beginning, length, after), first);
                    yield number > last ? Optional.empty() : Optional.of(beginning.plus(length.multipliedBy(number)));
                }
                case Interval.Calendar calendar -> calendar(calendar, after, frame);
            };
        } catch (DateTimeException | ArithmeticException beyondTheEndOfTime) {
            return Optional.empty();
        }
    }

    /// The first one after an instant, where only real time counts and the first is one interval after a beginning.
    static Optional<Instant> next(Instant beginning, Duration length, Instant after) {
        try {
            long number = Math.max(number(beginning, length, after), 1);
            return Optional.of(beginning.plus(length.multipliedBy(number)));
        } catch (DateTimeException | ArithmeticException beyondTheEndOfTime) {
            return Optional.empty();
        }
    }

    /// The number of the first one after an instant.
    private static long number(Instant beginning, Duration length, Instant after) {
        return after.isBefore(beginning) ? 0 : passed(Duration.between(beginning, after), length) + 1;
    }

    /// How many whole lengths a time holds. The division of durations is exact, but slow; for most it is one of
    /// plain numbers.
    private static long passed(Duration time, Duration length) {
        if (time.toSeconds() < A_CENTURY && length.toSeconds() < A_CENTURY) {
            return time.toNanos() / length.toNanos();
        }
        return time.dividedBy(length);
    }

    private Optional<Instant> calendar(Interval.Calendar interval, Instant after, Frame frame) {
        @Nullable
        ZoneOffset offset = start.offset();
        ZoneId zone = offset == null ? frame.zone() : offset;
        long number = Math.max(first, reached(interval, after));
        for (int tried = 0; tried < TRIES && number <= last; tried++, number++) {
            List<Instant> instants = Moment.instants(local(interval, number), zone, frame.dst());
            for (Instant instant : instants) {
                if (instant.isAfter(after)) {
                    return Optional.of(instant);
                }
            }
        }
        return Optional.empty();
    }

    private LocalDateTime local(Interval.Calendar interval, long number) {
        return start.local().plusMonths(Math.multiplyExact(interval.months(), number))
                .plusDays(Math.multiplyExact(interval.days(), number));
    }

    /// A number whose time, and those of all before it, lie more than a day before an instant: no zone shifts the
    /// ones further. Near the first such, found by halving.
    private long reached(Interval.Calendar interval, Instant after) {
        if (after.isBefore(start.local().toInstant(ZoneOffset.UTC))) {
            return 0;
        }
        LocalDateTime early = LocalDateTime.ofEpochSecond(after.getEpochSecond(), 0, ZoneOffset.UTC).minusDays(2);
        long days = Duration.between(start.local(), early).toSeconds() / SECONDS_OF_DAY;
        // No month is shorter than 28 days.
        long none = days / (interval.months() * 28L + interval.days()) + 1;
        long reached = 0;
        while (none - reached > 1) {
            long middle = reached + (none - reached) / 2;
            if (local(interval, middle).isAfter(early)) {
                none = middle;
            } else {
                reached = middle;
            }
        }
        return reached;
    }
}
