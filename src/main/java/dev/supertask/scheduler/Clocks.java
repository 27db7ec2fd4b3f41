package dev.supertask.scheduler;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.LongSupplier;

import org.jspecify.annotations.Nullable;

/// The wall clock, by which jobs are due, watched by the monotonic one, which nobody can set: where the two
/// disagree, the wall clock has jumped, or the machine has slept.
public final class Clocks {
    /// A clock that is slewed or corrected by less than this has not jumped.
    private static final Duration TOLERANCE = Duration.ofMillis(500);

    private final InstantSource wall;
    private final LongSupplier monotonic;
    private @Nullable Instant lastWall;
    private long lastNanos;

    /// @param monotonic nanoseconds since some moment, as [System#nanoTime()]
    public Clocks(InstantSource wall, LongSupplier monotonic) {
        this.wall = wall;
        this.monotonic = monotonic;
    }

    /// The wall clock's time.
    Instant now() {
        return wall.instant();
    }

    /// The monotonic clock's reading, in nanoseconds.
    long nanos() {
        return monotonic.getAsLong();
    }

    /// By how much the wall clock has jumped since this was last asked; negative when it was set back; empty
    /// when it has not.
    Optional<Duration> jump() {
        Instant now = wall.instant();
        long nanos = monotonic.getAsLong();
        Instant before = lastWall;
        Duration jump = before == null
                ? Duration.ZERO
                : Duration.between(before, now).minusNanos(nanos - lastNanos);
        lastWall = now;
        lastNanos = nanos;
        return jump.abs().compareTo(TOLERANCE) < 0 ? Optional.empty() : Optional.of(jump);
    }
}
