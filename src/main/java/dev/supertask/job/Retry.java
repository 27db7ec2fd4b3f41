package dev.supertask.job;

import java.time.Duration;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/// Whether a run that failed is tried again, and when.
///
/// @param attempts how often it is tried at most, the first time included, at least 1
/// @param delay from the end of the first attempt to the next one
/// @param backoff by how much each later delay is longer than the one before, at least 1
/// @param maxDelay what no delay exceeds, or null
/// @param jitter by how much at most a delay is longer than that, by chance
/// @param onExitCodes only after these exit codes; empty: after any
/// @param notOn never after these: exit codes, or the words of states such as `timed-out`
public record Retry(int attempts, Duration delay, double backoff, @Nullable Duration maxDelay, Duration jitter,
        Set<Integer> onExitCodes, Set<String> notOn) {
    /// What holds where a timetable says nothing: one attempt.
    public static final Retry NONE = new Retry(1, Duration.ZERO, 1, null, Duration.ZERO, Set.of(), Set.of());

    /// Checks the numbers, copies the sets.
    public Retry {
        if (attempts < 1 || delay.isNegative() || !(backoff >= 1) || jitter.isNegative()
                || (maxDelay != null && maxDelay.isNegative())) {
            throw new IllegalArgumentException(attempts + " attempts, " + delay + ", " + backoff + ", " + maxDelay);
        }
        onExitCodes = Set.copyOf(onExitCodes);
        notOn = Set.copyOf(notOn);
    }
}
