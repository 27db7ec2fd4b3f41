package dev.supertask.job;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/// Until when a run may start and go on, counted from its occurrence; of a run without one, from when it was asked for.
///
/// @param start one that could not be launched until then is not launched any more; null for no limit
/// @param end one that goes on then is ended, and no attempt follows; null for no limit
public record Deadline(@Nullable Duration start, @Nullable Duration end) {
    /// No limits.
    public static final Deadline NONE = new Deadline(null, null);

    /// Checks that the limits are positive.
    public Deadline {
        if ((start != null && !start.isPositive()) || (end != null && !end.isPositive())) {
            throw new IllegalArgumentException("a deadline that is not positive: " + start + ", " + end);
        }
    }
}
