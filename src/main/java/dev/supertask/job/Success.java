package dev.supertask.job;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/// What an attempt must have done to count as succeeded.
///
/// @param exitCodes it has exited with one of these
/// @param outputMatches a regular expression that is found in a line of its log; null for none
/// @param fileExists a file that is there when it has ended; null for none
/// @param minDuration how long it must have taken at least; null for any time
public record Success(Set<Integer> exitCodes, @Nullable String outputMatches, @Nullable Path fileExists,
        @Nullable Duration minDuration) {
    /// What holds where a timetable says nothing: exit code 0.
    public static final Success DEFAULT = new Success(Set.of(0), null, null, null);

    /// Copies the exit codes, at least one.
    public Success {
        exitCodes = Set.copyOf(exitCodes);
        if (exitCodes.isEmpty()) {
            throw new IllegalArgumentException("no exit code is a success");
        }
    }
}
